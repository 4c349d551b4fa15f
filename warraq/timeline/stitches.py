"""The threads of a picture: patterns of whole crosses for bars of any length, and of hatching."""

from __future__ import annotations

from warraq.art.svg import number

_CROSS = 5.6
"""The size of a cross, as near to it as whole crosses come."""


class Threads:
    """The patterns that a drawing uses, each made once."""

    def __init__(self) -> None:
        self._patterns: dict[str, str] = {}

    def stitched(self, region: str, length: float, size: float = _CROSS) -> str:
        """The paint for a row of crosses of about this size: it ends with a whole one."""
        count = max(1, round(length / size))
        name = f"times-{region}-{count}"
        self._patterns[name] = (
            f'<pattern id="{name}" class="times-thread" data-region="{region}" width="{number(1 / count, 5)}" '
            'height="1" viewBox="0 0 5 5" preserveAspectRatio="none"><path d="M.6.6l3.8 3.8m0-3.8L.6 4.4"/></pattern>'
        )
        return f"url(#{name})"

    def hatched(self, region: str) -> str:
        """The paint for a time of which only work is known."""
        name = f"times-{region or 'between'}-hatched"
        of_region = f' data-region="{region}"' if region else ""
        self._patterns[name] = (
            f'<pattern id="{name}" class="times-thread"{of_region} width="4" height="5" patternUnits="userSpaceOnUse">'
            '<path d="M-1 6 5-1M-1 1 1-1M3 6 5 4"/></pattern>'
        )
        return f"url(#{name})"

    def patterns(self) -> str:
        """The definitions of all of them."""
        return "".join(self._patterns[name] for name in sorted(self._patterns))
