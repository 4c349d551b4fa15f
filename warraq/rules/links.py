"""Messages on links between records: L2."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W = Severity.ERROR, Severity.WARNING

UNKNOWN_RECORD = Rule("L201", E, N_("There is no {kind} called “{id}”."), N_("Did you mean “{near}”?"))
WRONG_KIND = Rule(
    "L202",
    E,
    N_("“{id}” cannot stand here: it is of the kind “{found}”."),
    N_("Name a record of: {folders}."),
)
AMBIGUOUS = Rule("L203", E, N_("Several records are called “{id}”."), N_("Say which: {choices}."))
BROKEN_REFERENCE = Rule(
    "L204", E, N_("This link to a record cannot be read."), N_("Write [[id]] or [[id|words]] on one line.")
)
NO_SUCH_RECORD = Rule("L206", E, N_("There is no {kind} called “{id}”, nor any with a name like it."),
                      N_("Begin it with “python3 build.py new {folder} {id}”, or take the reference out."))  # fmt: skip
NAME_FOR_ID = Rule("L209", E, N_("“{words}” is no id, and a link names a record by its id."),
                   N_("Did you mean [[{near}]]?"),
                   otherwise=N_("The id is the name of the record's folder, in small Latin letters: write [[id|{words}]]."))  # fmt: skip
LEADS_NOWHERE = Rule("L210", W, N_("The link to “{address}” leads nowhere."),
                     N_("Write [[id|words]] for a record of this site, and an address with https:// for another site."))  # fmt: skip
NOT_PUBLISHED = Rule(
    "L205",
    W,
    N_("“{id}” is not public yet, so its name stands here without a link."),
    N_("Publish it as well, or leave it out."),
)

NO_SUCH_NOTE = Rule("L207", W, N_("There is no note “{label}” in this text, and the mark is printed as it stands."),
                    N_("Did you mean “{near}”?"),
                    otherwise=N_("Write the note below, on a line of its own: “[^{label}]: …”."))  # fmt: skip
NOTE_WITHOUT_MARK = Rule("L208", W, N_("Nothing in the text leads to the note “{label}”."),
                         N_("Write “[^{label}]” after the words that it belongs to."))  # fmt: skip
