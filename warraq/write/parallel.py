"""One way to do many independent things: in order, in this process or in several."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from warraq.setup.garbage import look_for_garbage_seldom

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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


class _OverError(Exception):
    """Nobody waits any more for what is being written."""


class _Unless:
    """Writes to a file as long as it is not over: pickle hands over some kilobytes at a time."""

    def __init__(self, file: IO[bytes], over: Callable[[], bool]) -> None:
        self._file, self._over = file, over

    def write(self, content: bytes) -> int:
        if self._over():
            raise _OverError
        return self._file.write(content)


@contextlib.contextmanager
def _parcel(content: object, over: Callable[[], bool]) -> Iterator[Path]:
    """A file in which something is sent to processes that start empty; _OverError where it is `over` meanwhile.

    Left to the pool, the whole of a large site would be pickled once for each process, and each would have to take
    it over a pipe before the next could start: half a second in which nobody could break off.
    """
    with tempfile.NamedTemporaryFile(prefix="warraq-", delete=False) as file:
        path = Path(file.name)
        try:
            pickle.dump(content, _Unless(file.file, over), pickle.HIGHEST_PROTOCOL)
            file.close()
            yield path
        finally:
            file.close()
            with contextlib.suppress(OSError):
                path.unlink()


def _begin(parcel: Path) -> None:
    look_for_garbage_seldom()
    with parcel.open("rb") as file:
        make_tool, values = pickle.load(file)  # noqa: S301  our own file
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
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if can_fork():
        _hold(make_tool(*values))
        yield from _in_pool(
            ProcessPoolExecutor(jobs, get_context("fork"), _end_with_parent), work, chunks, over
        )
        return
    with contextlib.suppress(_OverError), _parcel((make_tool, values), over) as parcel:
        yield from _in_pool(
            ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (parcel,)), work, chunks, over
        )


def _in_pool(
    pool: ProcessPoolExecutor,
    work: Callable[[Any, Sequence[T]], list[R]],
    chunks: Sequence[Sequence[T]],
    over: Callable[[], bool],
) -> Iterator[R]:
    """The results of the work on each chunk in turn, until it is over."""
    from concurrent.futures import wait

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
