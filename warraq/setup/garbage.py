"""When Python looks for circles of garbage: seldom, since nearly all that a command makes lives to its end."""

from __future__ import annotations

import gc


def look_for_garbage_seldom() -> None:
    """Let Python look for circles of garbage less often in this process.

    Modules, records and views live to the end of a build, and looking through them again and again took a tenth of the
    time of a start and a quarter of that of planning. What is not in a circle is freed at once in any case.
    """
    gc.set_threshold(1_000_000, 20, 50)


def look_no_more() -> None:
    """Let Python not look at what there is now, not even when it ends: it all ends with the process.

    At its end Python looks through everything whatever the thresholds are, which is a twentieth of a small build.
    """
    gc.freeze()
