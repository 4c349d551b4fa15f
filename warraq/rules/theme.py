"""Messages on templates and interface words: T5."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E = Severity.ERROR

TEMPLATE_SYNTAX = Rule(
    "T501", E, N_("The template cannot be read: {reason}"), N_("Mend this line of the template.")
)
TEMPLATE_MISSING = Rule("T502", E, N_("There is no template “{name}”."), N_("Put it back into templates/."))
TEMPLATE_FAILED = Rule(
    "T503",
    E,
    N_("The template stopped while making {address}: {reason}"),
    N_("A template may use only what its view holds."),
)
CATALOGUE_BROKEN = Rule(
    "T504", E, N_("The catalogue cannot be read: {reason}"), N_("Open it in a PO editor and save it again.")
)
FORM_OUTDATED = Rule(
    "T506",
    E,
    N_("The form in the browser was fetched for another version of Warraq."),
    N_("Fetch it again with “python3 build.py form”, or take it away with “python3 build.py form remove”."),
)
ASSET_MISSING = Rule(
    "T505",
    E,
    N_("The style sheet names a file that is not there: {name}"),
    N_("Put the file back, or correct its name."),
)
