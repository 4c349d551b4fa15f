"""The records that commands are about, found by what an editor calls them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warraq import rules
from warraq.diagnostics import EditorError, Severity, nearest
from warraq.lang.direction import base_direction
from warraq.lang.language import Direction
from warraq.model.kinds import KINDS
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.words import N_
from warraq.pictures import Plate
from warraq.read.records import list_folders, open_folder, read_record
from warraq.read.settings import read_site
from warraq.report.speech import Speaker

SINGULAR = {kind.one.lower(): kind.name for kind in KINDS}
"""The kinds by their words for one record, as editors may write them too."""


class NotUnderstood(Exception):
    """What a command was told names nothing; carries a sentence in the editor's language."""


@dataclass(frozen=True)
class Records:
    """The records of a site, for commands about single ones."""

    content: Path
    site: Site
    speaker: Speaker

    @classmethod
    def of(cls, content: Path, speaker: Speaker) -> Records:
        """The records of a site; EditorError where its settings cannot be read."""
        return cls(content, read_site(content, content.name), speaker)

    @property
    def direction(self) -> Direction:
        """That of the editor's language."""
        return base_direction(self.speaker.say(N_("missing"))) or "ltr"

    def say(self, phrase: str, **values: object) -> str:
        """A phrase in the editor's language, with values."""
        number = self.speaker.number
        told = {name: number(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.speaker.say(phrase).format(**told)

    def language(self, word: str) -> str:
        """The code of one of the site's languages, as it was written."""
        if word in self.site.codes:
            return word
        said = self.speaker.tell(rules.UNKNOWN_LANGUAGE.at(None, code=word, known=", ".join(self.site.codes)))
        raise NotUnderstood(f"{said.message} {said.hint}")

    def find(self, word: str) -> tuple[str, str]:
        """The kind and id of the record that is called `kind/id`, or `id`: of several, the story is meant."""
        kind, _, id = word.strip("/").rpartition("/")
        kind = SINGULAR.get(kind, kind)
        listed, _ = list_folders(self.content, self.content.name)
        found = [place for place in listed if place[1] == id and kind in {"", place[0]}]
        stories = [place for place in found if place[0] == "stories"]
        if len(found) == 1 or stories:
            return (stories or found)[0]
        if found:
            named = ", ".join("/".join(place) for place in found)
            raise NotUnderstood(
                self.say("“{id}” is the id of several records: {records}.", id=id, records=named)
            )
        near = nearest(id, (place[1] for place in listed))
        if near:
            raise NotUnderstood(
                self.say("There is no record “{id}”. Did you mean “{near}”?", id=word, near=near)
            )
        raise NotUnderstood(self.say("There is no record “{id}”.", id=word))

    def read(self, kind: str, id: str) -> Record:
        """A record with all its texts, drafts too; EditorError where it cannot be read."""
        place = f"{self.content.name}/{kind}/{id}"
        source = open_folder(kind, id, self.content / kind / id, place)
        reading = read_record(source, self.site.codes, not_looked_at)
        if reading.record is None or reading.record.unread:
            raise EditorError(*(note for note in reading.diagnostics if note.rule.severity is Severity.ERROR))
        return reading.record

    def file(self, record: Record, code: str) -> Path:
        """The file of a text of a record, whether or not it is there."""
        return self.content / record.kind_name / record.id / f"{code}.md"

    def shown(self, path: Path) -> str:
        """A file as messages name it."""
        return path.relative_to(self.content.parent).as_posix()


def not_looked_at(content: bytes) -> Plate:
    """What is known of a picture that nobody looks at."""
    return Plate(1, 1, "", transparent=False, animated=False)
