"""How it stands with the texts of a record: which follow another one, and whether they still say what it says."""

from __future__ import annotations

from typing import NamedTuple

from warraq.following.comparison import changes_between
from warraq.following.segments import marks_of
from warraq.following.texts import gaps_in, original_of, segments_in, source_of
from warraq.model.records import Record, Telling
from warraq.model.text_status import CURRENT, OLDER, ORIGINAL, OWN, PARTLY, UNMARKED


class TextStatus(NamedTuple):
    """How it stands with a text in one language."""

    code: str
    state: str
    """One of `warraq.model.text_status.STATES`."""
    source: str = ""
    """The language of the text that it is compared with; empty where it is compared with none."""
    size: int = 0
    """Passages of that text, or of its own where there is none; its title and its summary among them."""
    changed: int = 0
    """Passages of that text that are not as they were."""
    unwritten: int = 0
    """Its own passages that are still to be written."""
    is_translation: bool = False
    draft: bool = False
    tool: str | None = None
    """The machine that translated it, empty where nobody says which; None where none did."""
    reviewed: bool = False
    gone: tuple[str, ...] = ()
    """The marks of passages that it follows and that are not there any more."""


def status_of(record: Record) -> tuple[TextStatus, ...]:
    """How it stands with each text of a record of which there is more to say than that it is there."""
    found = []
    marks: dict[str, tuple[str, ...]] = {}  # several texts may follow the same one
    for telling in record.tellings:
        front, unwritten = telling.front, len(gaps_in(telling))
        if unwritten or front.draft or front.follows or front.is_translation:
            source = source_of(record, telling)
            if source and source.language not in marks:
                marks[source.language] = marks_of(segments_in(source))
            now = marks[source.language] if source else ()
            found.append(_status(record, telling, source, now, unwritten))
    return tuple(found)


def _status(
    record: Record, telling: Telling, source: Telling | None, marks: tuple[str, ...], unwritten: int
) -> TextStatus:
    """How it stands with a text; `marks` are those of the passages of its source as they are today."""
    front = telling.front
    kept = front.follows.marks if front.follows and source else None
    changed = 0 if kept in {None, marks} else len(changes_between(kept or (), marks))
    if unwritten:
        state = PARTLY
    elif kept is not None:
        state = OLDER if changed else CURRENT
    elif source:
        state = UNMARKED
    else:
        state = ORIGINAL if telling.language == original_of(record) else OWN
    return TextStatus(
        code=telling.language,
        state=state,
        source=source.language if source else "",
        size=len(marks) if source else len(segments_in(telling)),
        changed=changed,
        unwritten=unwritten,
        is_translation=front.is_translation,
        draft=front.draft,
        tool=front.machine_translation,
        reviewed=bool(front.reviewer),
        gone=tuple(mark for mark in dict.fromkeys(kept or ()) if mark not in marks),
    )
