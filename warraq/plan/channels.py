"""Ways to pass a page on. Each is a link with all that it says in its address, and asks nobody before it is followed.

So nobody hears who reads what: no button of another site is loaded, nothing is counted. Telegram and WhatsApp are what
most readers of Persian and Arabic use; the links are those of the web, which phones hand to the app where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from urllib.parse import quote

from warraq.model.site import Channel
from warraq.model.words import N_
from warraq.plan.citation_views import ChannelView


def channel_views(channels: Iterable[Channel], title: str, address: str) -> Iterator[ChannelView]:
    """The links of these channels for a page with this title at this full address."""
    for channel in channels:
        label, link = _CHANNELS[channel]
        yield ChannelView(channel, label, link(quote(title, safe=""), quote(address, safe="")))


_CHANNELS: Final[dict[Channel, tuple[str, Callable[[str, str], str]]]] = {
    # The end of a line in a letter is CR LF (RFC 6068).
    "mail": (N_("E-mail"), lambda title, address: f"mailto:?subject={title}&body={title}%0D%0A{address}"),
    "telegram": (N_("Telegram"), lambda title, address: f"https://t.me/share/url?url={address}&text={title}"),
    "whatsapp": (N_("WhatsApp"), lambda title, address: f"https://wa.me/?text={title}%0A{address}"),
    # RFC 5724 has no `&`; Apple's phones want one, and others pass over it.
    "sms": (N_("Text message"), lambda title, address: f"sms:?&body={title}%0A{address}"),
}
