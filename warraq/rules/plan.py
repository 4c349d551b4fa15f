"""Messages on the plan of the site: P4."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E = Severity.ERROR

ONE_ADDRESS = Rule(
    "P401",
    E,
    N_("Two pages would have the address {address}: {first} and {second}."),
    N_("Rename one of them."),
)
REDIRECT_TAKEN = Rule(
    "P402",
    E,
    N_("The former address {address} is the address of a page today."),
    N_("Take it out of “formerly”."),
)
