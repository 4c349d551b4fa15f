"""Messages on texts that follow another one: C33, and R160 on how that is written."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT

NOT_MARKS = Rule(
    "R160",
    E,
    N_("“{field}” does not hold the marks of passages."),
    N_("Take the field out, and let “python3 build.py confirm” write it."),
)
NO_FOLLOWED = Rule(
    "C330",
    W,
    N_("This text is said to follow the one in “{code}”, and there is none."),
    N_("Take “follows” out, or add {code}.md."),
)
FOLLOWS_ITSELF = Rule(
    "C331",
    W,
    N_("This text is said to follow itself."),
    N_("Take “follows” out. “python3 build.py confirm {record} {language}” writes it anew."),
)
NOTHING_FOLLOWED = Rule(
    "C332",
    W,
    N_("Not one passage of {file} is as it was when this text was last held against it."),
    N_(
        "If the original was written anew, so should this be."
        " Once both agree, write “python3 build.py confirm {record} {language}”."
    ),
)
ORIGINAL_NEWER = Rule(
    "C333",
    H,
    N_("The original has changed since this was translated. Passages in {file}: {count}."),
    N_("“python3 build.py status {record} {language}” shows what has changed."),
)
NOT_CONFIRMED = Rule(
    "C334",
    H,
    N_("Nobody has said yet that this translation agrees with {file}, so its changes will not be seen."),
    N_("Once both agree, write “python3 build.py confirm {record} {language}”."),
)
GAPS_LEFT = Rule(
    "C335",
    W,
    N_("Readers see “…” here. Passages still to be written: {count}."),
    N_("Write them, or hide this text from readers with “draft: yes” at its head."),
)
NAME_LEFT_OPEN = Rule(
    "C336",
    W,
    N_("“{field}” still says “…”."),
    N_("Write what belongs there, or take the line out."),
)
NOBODY_READ_IT = Rule(
    "C337",
    W,
    N_("This text was translated by a machine, and nobody is named who has read it."),
    N_(
        "Have somebody read it who knows both languages, and write “reviewer: …”. Until then readers are told."
    ),
)
