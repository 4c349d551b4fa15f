"""The preview: a save becomes a build, a build becomes a reload, a mistake leaves the last good page and is told."""

from __future__ import annotations

import asyncio
import json
import queue
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.previewing import LONGEST_WAIT, Rebuild, get, running, save, wait_for, wait_until_gone
from warraq.dev.pages import previewed, widened_policy
from warraq.dev.serve import Asked, BuildOutcome, listening_socket

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def page_of(words: str) -> str:
    return f"<!doctype html><html><head><title>{words}</title></head><body><h1>{words}</h1></body></html>"


def copying(content: Path, output: Path) -> Rebuild:
    """A build that makes a page of each text file, and fails on a text that says “mistake”."""

    def rebuild(asked: Asked) -> BuildOutcome:
        texts = {file.stem: file.read_text() for file in content.glob("*.txt")}
        if "mistake" in texts.values():
            return BuildOutcome(ok=False, error_page=page_of("There is a mistake in a text"))
        for name, text in texts.items():
            (output / name).mkdir(parents=True, exist_ok=True)
            page = output / name / "index.html"
            if not page.exists() or page.read_text() != page_of(text):
                page.write_text(page_of(text))
        return BuildOutcome(ok=True, changed=frozenset(f"{name}/index.html" for name in texts))

    return rebuild


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """An empty folder for content and one for the site."""
    content, output = tmp_path / "content", tmp_path / "public"
    content.mkdir()
    output.mkdir()
    return content, output


def test_a_save_is_built_within_two_seconds(folders):
    content, output = folders
    save(content / "bridge.txt", "thirty-three arches")
    with running(copying(content, output), [content], output) as address:
        assert "thirty-three arches" in get(address + "bridge/")[1]
        save(content / "bridge.txt", "twenty-three arches")
        wait_for(address + "bridge/", "twenty-three arches")


def test_the_build_is_told_which_files_were_saved(folders):
    content, output = folders
    told: queue.Queue[frozenset[Path] | None] = queue.Queue()

    def rebuild(asked: Asked) -> BuildOutcome:
        told.put(asked.changes)
        return BuildOutcome(ok=True)

    with running(rebuild, [content], output):
        assert told.get(timeout=LONGEST_WAIT) is None, "at first all is looked at"
        assert told.get(timeout=LONGEST_WAIT) is None, "and again, for what was saved meanwhile"
        save(content / "new.txt", "new")
        assert told.get(timeout=LONGEST_WAIT) == {(content / "new.txt").resolve()}


def test_changes_that_a_build_with_faults_did_not_take_in_are_told_again(folders):
    content, output = folders
    told: queue.Queue[frozenset[Path]] = queue.Queue()
    outcomes = iter([False, True, True])

    def rebuild(asked: Asked) -> BuildOutcome:
        if asked.changes is None:
            return BuildOutcome(ok=True)
        told.put(asked.changes)
        return BuildOutcome(ok=next(outcomes))

    def saved(name: str) -> Path:
        (content / name).write_text(name)
        return (content / name).resolve()

    with running(rebuild, [content], output):
        broken = saved("broken.txt")
        assert told.get(timeout=LONGEST_WAIT) == {broken}
        mended = saved("mended.txt")
        assert told.get(timeout=LONGEST_WAIT) == {broken, mended}
        later = saved("later.txt")
        assert told.get(timeout=LONGEST_WAIT) == {later}


def test_a_save_during_a_build_makes_it_break_off_and_nothing_is_forgotten(folders):
    content, output = folders
    told: queue.Queue[frozenset[Path]] = queue.Queue()

    def rebuild(asked: Asked) -> BuildOutcome:
        if asked.changes is None:
            return BuildOutcome(ok=True)
        told.put(asked.changes)
        if len(asked.changes) == 1:
            end = time.monotonic() + LONGEST_WAIT
            while not asked.over() and time.monotonic() < end:
                time.sleep(0.01)
            return BuildOutcome(ok=False, broken_off=asked.over())
        return BuildOutcome(ok=True)

    with running(rebuild, [content], output):
        save(content / "one.txt", "one")
        assert told.get(timeout=LONGEST_WAIT) == {(content / "one.txt").resolve()}
        save(content / "two.txt", "two")
        both = {(content / name).resolve() for name in ("one.txt", "two.txt")}
        assert told.get(timeout=LONGEST_WAIT) == both


def test_a_preview_that_ends_tells_the_build_to_break_off(folders):
    content, output = folders
    broke_off = threading.Event()

    def rebuild(asked: Asked) -> BuildOutcome:
        if asked.changes:
            end = time.monotonic() + 10 * LONGEST_WAIT
            while not asked.over() and time.monotonic() < end:
                time.sleep(0.01)
            broke_off.set()
        return BuildOutcome(ok=True)

    began = time.monotonic()
    with running(rebuild, [content], output):
        save(content / "one.txt", "one")
        time.sleep(0.3)
    assert broke_off.is_set()
    assert time.monotonic() - began < 2 * LONGEST_WAIT


def test_the_build_is_told_which_page_is_looked_at_and_may_show_it_first(folders):
    content, output = folders
    (output / "bridge").mkdir()
    (output / "bridge/index.html").write_text(page_of("as it was"))

    def rebuild(asked: Asked) -> BuildOutcome:
        if asked.changes:
            assert asked.page == "bridge/index.html"
            (output / asked.page).write_text(page_of("as it is"))
            asked.shown()
            time.sleep(0.5)  # the other pages
        return BuildOutcome(ok=True)

    with running(rebuild, [content], output) as address, open_page(address) as told:
        get(address + "bridge/")
        began = time.monotonic()
        save(content / "bridge.txt", "another text")
        assert told.get(timeout=LONGEST_WAIT)["command"] == "reload"
        assert time.monotonic() - began < 0.5
        assert "as it is" in get(address + "bridge/")[1]


def test_what_a_build_writes_starts_no_other_build(tmp_path):
    output, cache = tmp_path / "public", tmp_path / "store"
    output.mkdir()
    cache.mkdir()
    builds: list[frozenset[Path] | None] = []

    def rebuild(asked: Asked) -> BuildOutcome:
        if asked.unasked:
            return BuildOutcome(ok=True)
        builds.append(asked.changes)
        (output / "index.html").write_text(page_of(f"build {len(builds)}"))
        (cache / f"{len(builds)}").write_text("kept")
        return BuildOutcome(ok=True, changed=frozenset({"index.html"}))

    with running(rebuild, [tmp_path], output, ignored=[cache]) as address:
        (tmp_path / "saved.txt").write_text("once")
        wait_for(address, "build 2")
        time.sleep(0.3)
    assert len(builds) == 2


BROKEN = "The build did not succeed. You see the last good page."


def test_the_last_good_page_stays_while_there_is_a_mistake_and_says_so(folders):
    content, output = folders
    save(content / "bridge.txt", "as it was")
    with running(copying(content, output), [content], output) as address:
        assert BROKEN not in get(address + "bridge/")[1]
        save(content / "bridge.txt", "mistake")
        status, text = wait_for(address + "bridge/", BROKEN)
        assert status == 200
        assert "as it was" in text
        assert BROKEN not in (output / "bridge" / "index.html").read_text(), "the site itself is left alone"

        save(content / "bridge.txt", "mended")
        wait_for(address + "bridge/", "mended")
        wait_until_gone(address + "bridge/", BROKEN)


def test_in_place_of_a_page_that_is_not_there_yet_the_mistake_is_shown(folders):
    content, output = folders
    save(content / "bridge.txt", "mistake")
    with running(copying(content, output), [content], output) as address:
        status, text = get(address + "bridge/")
        assert status == 500
        assert "There is a mistake in a text" in text
        assert "data-reload" in text, "it gives way as soon as the page is there"


def test_pictures_and_styles_stay_as_they_were_while_a_mistake_is_shown(folders):
    content, output = folders
    (output / "style.css").write_text("body { color: ink }")
    save(content / "bridge.txt", "mistake")
    with running(copying(content, output), [content], output) as address:
        assert get(address)[0] == 500
        assert get(address + "style.css") == (200, "body { color: ink }")


def test_the_form_in_the_browser_stays_as_it_is_while_a_mistake_is_shown_and_is_never_reloaded(folders):
    content, output = folders
    (output / "admin").mkdir()
    (output / "admin/index.html").write_text(page_of("The form"))
    save(content / "bridge.txt", "mistake")
    with running(copying(content, output), [content], output) as address:
        assert get(address)[0] == 500
        status, text = get(address + "admin/")
        assert (status, text) == (200, page_of("The form"))
        assert get(address + "admin/nothing.js")[0] in {404, 500}


def test_a_build_that_breaks_does_not_end_the_preview(folders, capsys):
    content, output = folders

    def rebuild(asked: Asked) -> BuildOutcome:
        if not asked.changes:
            raise ValueError("<a bug>")
        (output / "index.html").write_text(page_of("well again"))
        return BuildOutcome(ok=True, changed=frozenset({"index.html"}))

    with running(rebuild, [content], output) as address:
        assert "ValueError: &lt;a bug&gt;" in get(address)[1]
        assert "ValueError: &lt;a bug&gt;" in get(address + "@desk/problems/")[1]
        save(content / "any.txt", "saved")
        wait_for(address, "well again")
    assert "ValueError: <a bug>" in capsys.readouterr().err


def test_open_pages_are_told_of_a_build_that_changed_something_and_of_no_other(folders):
    content, output = folders
    outcomes = iter([frozenset[str](), frozenset[str](), frozenset({"index.html"})])

    def rebuild(asked: Asked) -> BuildOutcome:
        return BuildOutcome(ok=True, changed=frozenset() if asked.unasked else next(outcomes))

    with running(rebuild, [content], output) as address, open_page(address) as told:
        save(content / "one.txt", "changes no page")
        with pytest.raises(queue.Empty):
            told.get(timeout=0.6)
        save(content / "two.txt", "changes a page")
        assert told.get(timeout=LONGEST_WAIT)["command"] == "reload"


@contextmanager
def open_page(address: str) -> Iterator[queue.Queue[dict[str, str]]]:
    """What the preview tells a page that is open in a browser, after the greeting."""
    from tornado.websocket import websocket_connect

    told: queue.Queue[dict[str, str]] = queue.Queue()
    greeted = threading.Event()

    async def listen() -> None:
        connection = await websocket_connect(address.replace("http", "ws", 1) + "livereload")
        await connection.write_message(json.dumps({"command": "hello"}))
        await connection.read_message()
        await connection.write_message(json.dumps({"command": "info", "url": address}))
        # Messages are answered in order: once this is answered, the one before it has been heard.
        await connection.write_message(json.dumps({"command": "hello"}))
        await connection.read_message()
        greeted.set()
        while (message := await connection.read_message()) is not None:
            told.put(json.loads(message))
        connection.close()

    thread = threading.Thread(target=lambda: asyncio.run(asyncio.wait_for(listen(), 10)), daemon=True)
    thread.start()
    assert greeted.wait(timeout=5)
    yield told


def test_a_folder_is_served_by_its_index_and_a_missing_page_by_the_nearest_404(folders):
    content, output = folders
    (output / "fa" / "stories").mkdir(parents=True)
    (output / "fa" / "stories" / "index.html").write_text(page_of("داستان‌ها"))
    (output / "fa" / "404.html").write_text(page_of("پیدا نشد"))
    (output / "404.html").write_text(page_of("not found"))
    with running(lambda asked: BuildOutcome(ok=True), [content], output) as address:
        assert "داستان‌ها" in get(address + "fa/stories/")[1]
        assert "داستان‌ها" in get(address + "fa/stories")[1], (
            "the address without its slash leads to the one with it"
        )
        status, text = get(address + "fa/nothing/here/")
        assert (status, "پیدا نشد" in text) == (404, True)
        status, text = get(address + "en/nothing/")
        assert (status, "not found" in text) == (404, True)


def test_a_site_below_a_path_is_served_below_that_path(folders):
    content, output = folders
    (output / "index.html").write_text(page_of("home"))
    with running(lambda asked: BuildOutcome(ok=True), [content], output, address_path="/bridges") as address:
        assert address.endswith("/bridges/")
        assert "home" in get(address)[1]
        assert "home" in get(address.removesuffix("bridges/"))[1], "the bare address leads to the site"
        assert get(address.replace("/bridges/", "/elsewhere/"))[0] == 404


def test_nothing_outside_the_site_is_served(folders):
    content, output = folders
    save(content / "secret.txt", "secret")
    (output / "link.txt").symlink_to(content / "secret.txt")
    with running(lambda asked: BuildOutcome(ok=True), [content], output) as address:
        for path in (
            "../content/secret.txt",
            "%2e%2e/content/secret.txt",
            "..%2fcontent/secret.txt",
            "link.txt",
        ):
            status, text = get(address + path)
            assert (status, "secret" in text) == (404, False), path


def test_nothing_is_kept_by_the_browser(folders):
    content, output = folders
    (output / "index.html").write_text(page_of("home"))
    (output / "style.css").write_text("body {}")
    with running(lambda asked: BuildOutcome(ok=True), [content], output) as address:
        for path in ("", "style.css", "missing"):
            with suppress(urllib.error.HTTPError):
                answer = urllib.request.urlopen(address + path, timeout=5)
                with answer:
                    assert answer.headers["Cache-Control"] == "no-store"


def test_a_taken_port_gives_way_to_the_next_free_one(folders):
    content, output = folders
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with closing(listening_socket("127.0.0.1", port)) as free:
            assert port < free.getsockname()[1] < port + 20


def test_the_policy_of_a_page_is_widened_by_what_the_preview_needs_and_nothing_else():
    assert widened_policy("default-src 'none'; img-src 'self'; script-src 'sha256-abc='") == (
        "default-src 'none'; img-src 'self'; script-src 'sha256-abc=' 'self'; connect-src 'self' ws:; style-src 'self'"
    )
    assert widened_policy("img-src 'self'") == "img-src 'self'"


def test_the_file_on_disk_keeps_its_policy_and_the_served_page_gets_the_script():
    page = """<head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;"></head>"""
    assert previewed(page, 8000) == (
        '<head><meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; script-src '
        '&#x27;self&#x27;; connect-src &#x27;self&#x27; ws:; style-src &#x27;self&#x27;">'
        '<script src="/livereload.js?port=8000"></script></head>'
    )


def test_a_real_browser_shows_the_saved_words_by_itself_under_a_strict_policy(folders, browser: Browser):
    content, output = folders
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""

    def rebuild(asked: Asked) -> BuildOutcome:
        words = (content / "words.txt").read_text()
        if words == "mistake":
            return BuildOutcome(ok=False)
        (output / "index.html").write_text(page_of(words).replace("<head>", f"<head>{policy}"))
        return BuildOutcome(ok=True, changed=frozenset({"index.html"}))

    save(content / "words.txt", "first")
    with running(rebuild, [content], output) as address, closing(browser.new_page()) as page:
        with page.expect_websocket():
            page.goto(address)
        page.get_by_role("heading", name="first").wait_for(timeout=3000)
        page.wait_for_timeout(200)  # the greeting of the socket
        for words in ("second", "third"):
            with page.expect_websocket():
                (content / "words.txt").write_text(words)
                page.get_by_role("heading", name=words).wait_for(timeout=3000)
            page.wait_for_timeout(200)
        (content / "words.txt").write_text("mistake")
        page.get_by_text(BROKEN).locator("visible=true").first.wait_for(timeout=3000)
        assert page.get_by_role("heading", name="third").is_visible()
