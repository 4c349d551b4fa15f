"""What the form says of fields: labels for those that no page shows, and hints where it asks for them in its own way.

What each field is for is said in `warraq/editing/guidance.py`, for the form as for `new`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from warraq.editing.fields import FormField, Nature
from warraq.editing.guidance import guidance
from warraq.model.kinds import KINDS
from warraq.model.words import N_

_LABELS: Final[Mapping[str, str]] = {
    "about": N_("Roughly"),
    "alt": N_("What is to be seen"),
    "arrived": N_("Arrived"),
    "author": N_("Writer"),
    "body": N_("Text"),
    "caption": N_("Caption"),
    "consent": N_("Consent"),
    "cover": N_("Drawn cover"),
    "cover_source": N_("Model of the drawn cover"),
    "covers": N_("Consent to show"),
    "credit": N_("Credit line"),
    "date": N_("Date"),
    "decorative": N_("Only adorns"),
    "description": N_("For search engines"),
    "draft": N_("Draft"),
    "file": N_("File"),
    "focus": N_("What must stay in view"),
    "formerly": N_("Former addresses"),
    "given": N_("Given on"),
    "introduces": N_("Introduces the list of"),
    "language": N_("Language"),
    "left": N_("Left"),
    "list": N_("List"),
    "living": N_("Living person"),
    "machine_translation": N_("Translated by the machine"),
    "maker": N_("Made by"),
    "meaning": N_("Meaning"),
    "menu": N_("Menu"),
    "name": N_("Name"),
    "note": N_("Note"),
    "number": N_("Number"),
    "order": N_("Order in the menu"),
    "original": N_("First language"),
    "pictures": N_("Pictures"),
    "place": N_("Place"),
    "publish": N_("Publish on"),
    "published": N_("Published"),
    "quantity": N_("Quantity"),
    "record": N_("Where the paper is kept"),
    "region": N_("Region"),
    "reviewer": N_("Reviewer"),
    "rights": N_("Rights"),
    "shows": N_("People in it"),
    "slug": N_("Address"),
    "sort": N_("Filed under"),
    "source": N_("Source"),
    "speakers": N_("Speakers"),
    "summary": N_("Summary"),
    "title": N_("Title"),
    "translated_from": N_("Translated from"),
    "translator": N_("Translated by"),
    "unit": N_("Unit"),
    "updated": N_("Updated"),
    "what": N_("What was given"),
    "when": N_("When"),
    "year": N_("Year"),
    "zoom": N_("Closer look"),
    "Picture.original": N_("Where its holder shows it"),
}
"""By the name of the field, or of the class and the field where the name alone says something else there."""

_HINTS: Final[Mapping[str, str]] = {
    "alt": N_("One sentence for those who do not see the picture."),
    "body": N_("In Markdown. A name in double square brackets leads to its record: [[hebron]]."),
    "cover": N_("A family of ornament. Where none is chosen, the record is given one."),
    "decorative": N_("It adds nothing to the text, and is passed over by those who do not see it."),
    "description": N_("Only where the summary does not serve."),
    "draft": N_("A draft is not on the public site."),
    "focus": N_("In per cent from the left edge and from the top: 50, 30"),
    "living": N_("Of a living person nothing is shown without written consent."),
    "machine_translation": N_("The name of the tool. Whoever reads its work over is the reviewer."),
    "record": N_("It is never published."),
    "Picture.rights": N_("What others may do with the picture."),
    "slug": N_("The last part of the address in this language, where it shall not be the record’s id."),
    "summary": N_("One or two sentences, for lists and for search."),
    "TellingFacts.draft": N_("This text is still being written, though others of the record may be public."),
    "TellingFacts.translated_from": N_("The code of a language, such as {codes}."),
    "Picture.living": N_("Whether a living person can be recognised in it."),
}

_HINTS_OF_NATURES: Final[Mapping[Nature, str]] = {
    "date": N_("1047; 1565~ for about; 1599/1602; 428 AH; 1348-05-30 SH; 10th century; 428 AH = 1037"),
    "language": N_("The code of a language, such as {codes}."),
}

_KINDS: Final[Mapping[str, str]] = {kind.facts.__name__: kind.name for kind in KINDS}
"""The kind of record whose facts a class declares."""

TEXTS: Final = N_("{kind}: texts")
FACTS_ARE: Final = N_("What is true in every language. The texts are in the next list.")
TEXTS_ARE: Final = N_("The words of each language, side by side.")
ID: Final = N_(
    "The id of the record, which never changes: small Latin letters, digits and hyphens, as in nasir-khusraw."
)
NOT_AN_ID: Final = N_("Small Latin letters, digits and hyphens only.")
NOT_A_NUMBER: Final = N_("A number, such as 1400.")
NOT_AN_ADDRESS: Final = N_("From the first slash on, in Latin letters: /en/people/avicenna/")
NOT_A_PAIR: Final = N_("Two numbers with a comma between them: 32.654, 51.668")
YES: Final = N_("Yes")
NO: Final = N_("No")


@dataclass(frozen=True)
class FormWords:
    """What the form says in the language of one editor."""

    code: str
    codes: tuple[str, ...]
    """The languages of the site."""
    say: Callable[[str], str]
    """The words of the engine."""
    label: Callable[[str], str]
    """The words that pages use, such as the labels of facts."""
    word: Callable[[str], str]
    """A word that a field chooses from, such as `physician`."""

    def label_of(self, field: FormField) -> str:
        """What a field is called."""
        if field.label:
            return self.label(field.label)
        return self.say(_found(_LABELS, field) or field.name)

    def hint_of(self, field: FormField) -> str:
        """How a field is filled in, or an empty string."""
        hint = _found(_HINTS, field)
        # Records are picked from a list, so the sentence on their ids would mislead.
        purpose = guidance(_KINDS.get(field.owner, ""), field.name) if field.nature != "record" else ""
        hints = [hint] if hint is not None else [purpose, _HINTS_OF_NATURES.get(field.nature, "")]
        return " ".join(self.say(said) for said in hints if said).format(codes=", ".join(self.codes))


def _found(table: Mapping[str, str], field: FormField) -> str | None:
    return table.get(f"{field.owner}.{field.name}", table.get(field.name))
