"""What a share image says: the picture that messengers show beside the address of a page."""

from __future__ import annotations

from msgspec import Struct

from warraq.index.entry import Entry
from warraq.lang.language import Language
from warraq.model.kinds import KIND
from warraq.model.site import words
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.nodes import PrintNode
from warraq.plan.prints import cover_node


class ShareView(Struct, frozen=True):
    """The words of a share image, and what stands beside them."""

    title: Words
    language: Language
    kicker: str
    """The kind's word for one record."""
    line: str
    """The years of a life, or a date."""
    site: str
    region: str
    family: str
    seed: str
    picture: PrintNode | None
    """The print that stands for the record; None where ornament does."""


def share_view(desk: Desk, entry: Entry) -> ShareView:
    """What the share image of a record says to the readers of a language."""
    card = entry.card(desk.code)
    return ShareView(
        title=card.title,
        language=desk.language,
        kicker=desk.say(KIND[entry.kind_name].one),
        line=card.life,
        site=words(desk.site.facts.title, desk.code),
        region=card.region,
        family=entry.family,
        seed=entry.id,
        picture=cover_node(entry, desk.site),
    )
