"""Messages on the writing of the site: W6."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E = Severity.ERROR

NOT_OURS = Rule(
    "W601",
    E,
    N_("The folder “{folder}” holds files that Warraq did not make."),
    N_("Name an empty folder with --output, or empty this one."),
)
NOT_WRITTEN = Rule("W602", E, N_("The site could not be written: {reason}."),
                   N_("Make room or correct the permissions and build again; the pages that were there still stand."))  # fmt: skip
BUSY = Rule(
    "W603",
    E,
    N_("Another build is writing to “{folder}”."),
    N_("Wait until it ends, or name another folder with --output."),
)
