"""One way to do many independent things: in order, in this process or in several."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from warraq.setup.garbage import look_for_garbage_seldom

T = TypeVar("T")
R = TypeVar("R")

_WORTH_A_POOL = 200
"""Below so many items, starting processes costs more than it saves."""

_LARGEST_CHUNK = 16
"""Items that are sent to a process at once: so few that whoever breaks off need not wait."""

_ASK_AGAIN = 0.02
"""Seconds between two questions whether it is over."""

_tool: Any = None


def can_fork() -> bool:
    """Whether this process can be copied as it is: it has one thread, which only Linux tells for certain."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208  names are enough
    except OSError:
        return False


def _begin(make_tool: Callable[..., Any], values: tuple[Any, ...]) -> None:
    look_for_garbage_seldom()
    _hold(make_tool(*values))
    _end_with_parent()


def _hold(tool: Any) -> None:
    global _tool  # noqa: PLW0603  one tool a process, made once since it cannot be sent
    _tool = tool


def _end_with_parent() -> None:
    """Let this process end when the one that started it does, even if that one is killed.

    Otherwise it would wait for work for ever, and a copy would hold on to the locks of what it was copied from.
    """
    from multiprocessing import connection, parent_process

    parent = parent_process()
    assert parent is not None

    def wait() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _use(work: Callable[[Any, Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    return work(_tool, items)


def is_worth_a_pool(items: int, jobs: int) -> bool:
    """Whether so many items are done sooner by several processes, which must be started first."""
    return jobs > 1 and items >= _WORTH_A_POOL


def map_ordered(
    work: Callable[[Any, Sequence[T]], list[R]],
    items: Sequence[T],
    make_tool: Callable[..., Any],
    values: tuple[Any, ...],
    jobs: int,
    over: Callable[[], bool] = lambda: False,
    effort: int = 0,
) -> Iterator[R]:
    """The results of `work(tool, some items)` in the order of the items; no more of them once it is `over`.

    `effort` says how many common items they are worth together, where they are not common ones.

    Where this process can be copied, the others are copies of it, and have the tool and every module that it has
    loaded from the beginning. Elsewhere, and beside the threads of a live preview, they are started empty, and each
    makes the tool for itself from values that can be sent.
    """
    size = max(1, min(_LARGEST_CHUNK, len(items) // (jobs * 4)))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    if not is_worth_a_pool(effort or len(items), jobs):
        tool = make_tool(*values) if chunks else None
        for chunk in chunks:
            if over():
                return
            yield from work(tool, chunk)
        return
    from concurrent.futures import ProcessPoolExecutor, wait
    from multiprocessing import get_context

    if can_fork():
        _hold(make_tool(*values))
        pool = ProcessPoolExecutor(jobs, get_context("fork"), _end_with_parent)
    else:
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (make_tool, values))
    finished = False
    try:
        for future in [pool.submit(_use, work, chunk) for chunk in chunks]:
            # Until the processes have started nothing comes, and somebody may be waiting for us to break off.
            while not over() and not future.done():
                wait((future,), timeout=_ASK_AGAIN)
            if over():
                return
            yield from future.result()
        finished = True
    finally:
        if not finished:
            # Nobody wants the rest, and the processors are wanted for something newer. The pool has no public way to
            # say so before Python 3.14; a process that ends at once leaves no half entry in the store.
            for process in list((getattr(pool, "_processes", None) or {}).values()):
                process.terminate()
        pool.shutdown(wait=finished, cancel_futures=True)
        _hold(None)
