"""The pages on which a story is read in two languages, beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from warraq.fingerprint import mark_of_lines
from warraq.index.entry import Entry
from warraq.lang.date_text import format_day
from warraq.lang.direction import isolate_text
from warraq.lang.names import language_name
from warraq.link.library import Library
from warraq.model.addresses import facing_path
from warraq.model.facts import Story
from warraq.model.records import Record, Telling
from warraq.model.text_status import OLDER
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.facing_views import FacingView, SideView
from warraq.plan.imprints import translated_from
from warraq.plan.pages import Versions, absolute, crumbs, frame, share_image_of
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import DateView, LinkView


def facing_mark(library: Library, entry: Entry, code: str, other: str) -> str:
    """The fingerprint of both texts, and of the cards of what they name in both languages."""
    around = library.around(entry.key)
    named = around.keys[: len(around.visible)]
    lines = [entry.addresses, around.visible]
    for each in (code, other):
        face = entry.face(each)
        lines += [face.text, face.mark, *map(library.marks[each].__getitem__, named)]
    return mark_of_lines(*lines)


def facing_view(
    desks: tuple[Desk, Desk], record: Record, entry: Entry, around: Mapping[str, Surroundings]
) -> FacingView:
    """The page of a story in the language of the first desk, with its text in that of the second beside it.

    `around` are the surroundings of the record by language; LookupError where a text is missing.
    """
    desk, other = desks
    facts: Story = record.facts
    sides = tuple(_side(each, record, entry, around[each.code]) for each in desks)
    first, second = sides
    own = entry.face(desk.code).path

    def path(code: str) -> str:
        if code == desk.code:
            return facing_path(own, other.code)
        if code == other.code:
            return facing_path(entry.face(code).path, desk.code)
        return entry.face(code).path

    written = tuple(code for code in desk.site.codes if code in entry.written_in)
    # Another form of the same words: whoever counts pages is led to the story, and finds its languages there.
    shared = frame(desk, Versions(path, written)) | {"canonical": absolute(desk, own), "alternates": ()}
    here = LinkView(desk.to(own), first.heading, "stories")
    return FacingView(
        **shared,
        template="pages/facing.html",
        title=f"{first.heading.text} · {second.heading.text}",
        description=first.standfirst.text if first.standfirst else first.heading.text,
        crumbs=(*crumbs(desk, "stories"), here),
        region=facts.region,
        share_image=share_image_of(desk, entry),
        sides=(first, second),
        published=DateView(format_day(facts.published, desk.language), facts.published.isoformat()),
        ornament=entry.family,
        seed=record.id,
    )


def _side(desk: Desk, record: Record, entry: Entry, around: Surroundings) -> SideView:
    telling = record.telling(desk.code)
    if telling is None:
        raise LookupError(record.key)
    front, code = telling.front, desk.code
    return SideView(
        heading=desk.words(front.title or record.id, code),
        standfirst=desk.words(front.summary, code) if front.summary else None,
        byline=(
            *_credits(desk, (N_("By %(name)s"), front.author)),
            *_translation(desk, telling),
            *_cautions(desk, telling, entry),
        ),
        alone=LinkView(
            desk.to(entry.face(code).path), desk.words(desk.say(N_("This text alone")), code), "stories"
        ),
        colophon=(
            *_credits(desk, (N_("Written by %(name)s"), front.author)),
            *_translation(desk, telling),
            *_credits(desk, (N_("Read by %(name)s"), front.reviewer)),
        ),
        text=desk.text(telling, around),
    )


def _credits(desk: Desk, *named: tuple[str, str | None]) -> tuple[str, ...]:
    """Each phrase whose name is known, in the language of the desk."""
    direction = desk.language.direction
    return tuple(desk.say(phrase) % {"name": isolate_text(name, direction)} for phrase, name in named if name)


def _translation(desk: Desk, telling: Telling) -> Iterator[str]:
    """By whom and from which language a text was translated."""
    source, name = translated_from(telling), telling.front.translator
    if name and source:
        said = desk.say(N_("Translated from %(language)s by %(name)s"))
        yield said % {
            "language": language_name(source, desk.language),
            "name": isolate_text(name, desk.language.direction),
        }
    else:
        yield from _credits(desk, (N_("Translated by %(name)s"), name))


def _cautions(desk: Desk, telling: Telling, entry: Entry) -> Iterator[str]:
    """What a reader should know before trusting a text: that a machine translated it, that its original is newer."""
    tool = telling.front.machine_translation
    if tool:
        said = desk.say(N_("Translated by a machine (%(tool)s)."))
        yield said % {"tool": isolate_text(tool, desk.language.direction)}
    elif tool is not None:
        yield desk.say(N_("Translated by a machine."))
    if tool is not None and not telling.front.reviewer:
        yield desk.say(N_("Nobody has read it over yet."))
    status = entry.status(telling.language)
    if status.state == OLDER and status.is_translation:
        yield desk.say(N_("The original has changed since this was translated."))
