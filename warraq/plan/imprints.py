"""Who answers for a text: its imprint, on the page of a record of any kind."""

from __future__ import annotations

from warraq.index.entry import Entry
from warraq.lang.names import language_name
from warraq.model.records import Telling
from warraq.model.text_status import OLDER
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.views import ImprintView, LinkView


def imprint_of(desk: Desk, telling: Telling | None, entry: Entry) -> ImprintView:
    """The imprint of the text that a page shows; an empty one where it shows none."""
    if telling is None:
        return ImprintView()
    front = telling.front
    source, newer = translated_from(telling), _newer(desk, telling, entry)
    return ImprintView(
        author=_name(desk, telling, front.author),
        translator=_name(desk, telling, front.translator),
        source=desk.own(language_name(source, desk.language)) if source else None,
        source_code=source,
        reviewer=_name(desk, telling, front.reviewer),
        by_machine=front.machine_translation is not None,
        tool=desk.foreign(front.machine_translation) if front.machine_translation else None,
        newer=newer,
        newer_code=entry.status(telling.language).source if newer else "",
    )


def translated_from(telling: Telling) -> str:
    """The language that a text was translated from, where that is said; empty for one that was told anew."""
    front = telling.front
    followed = front.follows.language if front.follows and front.is_translation else ""
    return front.translated_from or followed


def _name(desk: Desk, telling: Telling, name: str | None) -> Words | None:
    """Somebody who is credited, in the language of the text."""
    return desk.words(name, telling.language) if name else None


def _newer(desk: Desk, telling: Telling, entry: Entry) -> LinkView | None:
    """The original, where it has changed since: under the name of its language."""
    status = entry.status(telling.language)
    if status.state != OLDER or not status.is_translation:
        return None
    path = entry.face(status.source).path
    return LinkView(desk.to(path), desk.words(language_name(status.source, desk.language), desk.code))
