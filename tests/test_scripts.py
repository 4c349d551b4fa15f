"""Scripts have an address by their name, which changes with them, and no page has one that it did not ask for."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY, built, pages_of, small_site

ASKS = """\
{% extends "page.html" %}
{% block main %}<script src="{{ page.site.scripts["look.js"] }}" defer></script>{% endblock %}
"""


def scripts_of(output: Path) -> dict[str, list[str]]:
    """The addresses of the scripts of each page that has any."""
    found = {path: [s["src"] for s in page.all("script")] for path, page in pages_of(output).items()}
    return {path: addresses for path, addresses in found.items() if addresses}


def test_a_template_gets_at_a_script_by_its_name_and_other_pages_have_none(tmp_path: Path) -> None:
    site = {"assets/js/look.js": "once;", "assets/js/never.js": "asked for by nobody;"}
    folders = small_site(
        tmp_path, site | {f"templates/pages/{page}.html": ASKS for page in ("story", "not-found")}
    )

    built(folders)
    before = scripts_of(folders.output)
    (tmp_path / "assets/js/look.js").write_text("again;", encoding="utf-8")
    built(folders)
    after = scripts_of(folders.output)

    stories = [f"/{code}/stories/{story}/" for code in ("ar", "en", "fa") for story in ("bridge", "mill")]
    assert list(after) == list(before) == ["/404.html", *stories]
    for path, (address,) in after.items():
        assert before[path] != [address], "a browser that kept the old one asks for the new one"
        page = folders.output if path == "/404.html" else folders.output / path[1:]
        assert (page / address.removeprefix("/")).resolve().read_text(encoding="utf-8") == "again;"


@pytest.mark.parametrize(("name", "most"), [("terms.js", 2048), ("notes.js", 2560), ("keep.js", 1024)])
def test_a_script_that_most_texts_bring_is_light(name: str, most: int) -> None:
    script = (REPOSITORY / "assets" / "js" / name).read_bytes()
    assert len(gzip.compress(script)) <= most
