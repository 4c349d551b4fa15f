"""A preview that runs while a test looks at it."""

from __future__ import annotations

import asyncio
import datetime
import queue
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.small_site import REPOSITORY, TODAY, folders_in
from warraq.build import Folders, Options
from warraq.dev.desk.desk import PreviewDesk
from warraq.dev.preview import Rebuilder
from warraq.dev.serve import Asked, BuildOutcome, preview
from warraq.lang.catalogs import Catalog
from warraq.render.theme import read_catalog
from warraq.report.speech import Speaker

Rebuild = Callable[[Asked], BuildOutcome]

LONGEST_WAIT = 2.0
"""Seconds within which the preview must have answered a save."""


def save(path, text):
    """Save a file as editors' programs do: at no moment is it there in part, which a preview would show."""
    draft = path.parent.parent / f"{path.name}.draft"
    draft.write_text(text)
    draft.replace(path)


def wait_until_gone(address: str, words: str) -> str:
    """The text of the answer once it holds the words no more; fails when that takes longer than the longest wait."""
    end = time.monotonic() + LONGEST_WAIT
    while words in (text := get(address)[1]):
        assert time.monotonic() < end, f"“{words}” is still there"
        time.sleep(0.03)
    return text


@contextmanager
def running(
    rebuild: Rebuild, folders: list[Path], output: Path, desk: PreviewDesk | None = None, **options: object
) -> Iterator[str]:
    """The address of a preview that runs in a thread of its own until the block ends."""
    answers: queue.Queue[str | BaseException] = queue.Queue()
    loop = asyncio.new_event_loop()
    root = output.parent
    desk = desk or PreviewDesk(folders_in(root), Speaker(Catalog("en", ""), root))

    async def until_cancelled() -> None:
        with suppress(asyncio.CancelledError):
            await preview(rebuild, folders, output, desk, port=0, ready=answers.put, **options)

    task = loop.create_task(until_cancelled())

    def run() -> None:
        try:
            loop.run_until_complete(task)
        except BaseException as fault:  # noqa: BLE001  (handed to the test, which raises it)
            answers.put(fault)
        finally:
            loop.run_until_complete(loop.shutdown_default_executor())
            loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        answer = answers.get(timeout=5)
        if isinstance(answer, BaseException):
            raise answer
        yield answer
    finally:
        with suppress(RuntimeError):  # it may have ended by itself
            loop.call_soon_threadsafe(task.cancel)
        thread.join(timeout=5)
        assert not thread.is_alive()


def get(address: str) -> tuple[int, str]:
    """The status and the text of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.read().decode()


def wait_for(address: str, words: str) -> tuple[int, str]:
    """The answer once it holds the words; fails when it does not within the longest wait."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        status, text = get(address)
        if words in text:
            return status, text
        assert time.monotonic() < end, f"“{words}” did not come; there is still: {text}"
        time.sleep(0.03)


@contextmanager
def previewed_site(
    folders: Folders, language: str = "en", editor: str = "", today: datetime.date = TODAY
) -> Iterator[str]:
    """The address of the preview of a site whose editors read messages in this language, as long as the block lasts."""
    catalog = read_catalog(REPOSITORY / "i18n", language, "engine") if language != "en" else Catalog("en", "")
    speaker = Speaker(catalog, folders.content.parent)
    desk = PreviewDesk(folders, speaker, "/", editor)
    options = Options(drafts=True, proofread=True, today=today)
    rebuild = Rebuilder(folders, options, speaker, desk)
    with running(rebuild, [*folders.sources], folders.output, desk) as address:
        yield address
