"""Messages on what a record says: C3."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT

NO_TEXT = Rule("C301", E, N_("This {kind} has no text in any language."), N_("Add a file such as {example}."))
NO_TITLE = Rule(
    "C302", E, N_("This text has no title."), N_("Write “title: …” between the two lines “---” at its head.")
)
NO_SUMMARY = Rule(
    "C303",
    W,
    N_("This text has no summary."),
    N_("Write “summary: …”, one or two sentences: lists and search engines show it."),
)
NO_ORIGINAL = Rule(
    "C304",
    E,
    N_("The story is said to begin in “{code}”, and there is no such text."),
    N_("Add {code}.md, or correct “original”."),
)
NOT_TRANSLATED = Rule(
    "C305",
    H,
    N_("There is no text in: {languages}."),
    N_("Readers of those languages get the text in another one, with a notice."),
)
NAME_MISSING = Rule("C306", W, N_("The name is missing in: {languages}."), N_("Add it to “name”."))
NO_CONSENT = Rule(
    "C307",
    E,
    N_("A living person's page needs their written consent."),
    N_("Add “consent” with the day, what it covers and where the paper is kept."),
)
NO_SOURCE = Rule(
    "C308", E, N_("A gift or a milestone is recorded only with a source."), N_("Add “sources: [id]”.")
)
BACKWARDS = Rule(
    "C309", E, N_("“{last}” lies before “{first}”."), N_("Look both dates up in the source once more.")
)
UNKNOWN_COVER = Rule(
    "C310", E, N_("There is no family of ornament called “{value}”."), N_("The families are {known}.")
)
NO_TRANSLATOR = Rule(
    "C311",
    H,
    N_("Nobody is named as translator of this text."),
    N_("Write “translator: …”, or “author: …” if it was written in this language."),
)
TEXTS_PART = Rule(
    "C312",
    H,
    N_(
        "In the part “{section}” this text and {other} part ways:"
        " passages here: {count}; there, from line {line} on: {others}."
    ),
    N_(
        "Side by side, the two parts are set whole beside each other."
        " To hold places in them together, write “<!-- = name -->” there in both texts, with one name."
    ),
)
UNCLOSED_FENCE = Rule(
    "C314",
    E,
    N_("What begins here with “{found}” never ends, and is printed as it stands."),
    N_("Write a line “{fence}” after its last line."),
)
NOT_A_POEM = Rule("C315", W, N_("This opens no poem: “{found}”."), N_("Write “```poem” in its place, and “```” after the last verse."))  # fmt: skip
STRANGE_CAESURA = Rule(
    "C316",
    W,
    N_("The halves of this verse are not parted as they should be."),
    N_("Write “||” between the two halves, in this verse and in the others."),
)
VERSES_OUTSIDE = Rule(
    "C317",
    W,
    N_("These verses stand outside a poem, and “||” is printed as it stands."),
    N_("Write a line “```poem” before them and a line “```” after them."),
)
LONE_ANCHOR = Rule(
    "C313",
    H,
    N_("No other text of this story has “<!-- = {name} -->” in that order."),
    N_("Write the same name at the same place of another text, or take it away here."),
)
