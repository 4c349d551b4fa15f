"""The CMS itself, for those tests that see the real form in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_site import REPOSITORY
from tests.world import speaker
from warraq.dev.fetching import fetch_form
from warraq.dev.testing import must_have_browser
from warraq.editing.kit import STAMP, is_current

NO_FORM = "the form in the browser is not here; “python3 build.py form” fetches it"


@pytest.fixture(scope="session")
def fetched_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the form: the one of this repository, or one fetched now on a machine of continuous integration.

    A registry that does not answer fails nothing: what stands and falls with it is left out, and the summary says so.
    """
    own = REPOSITORY / "vendor/form"
    if (own / STAMP).is_file() and is_current((own / STAMP).read_bytes()):
        return own
    folder = tmp_path_factory.mktemp("vendor") / "form"
    if not must_have_browser() or fetch_form([], folder, speaker("en", folder)) != 0:
        pytest.skip(NO_FORM)
    return folder
