"""The last stage: a store that may be lost at any time, and an output folder that is never left half made."""

from __future__ import annotations

import errno
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY, built, codes, draw_once, small_site, tree, write
from warraq.build import Options, build
from warraq.diagnostics import EditorError
from warraq.plan.nodes import file_node
from warraq.setup.turn import turn
from warraq.write import folder as folder_module
from warraq.write import store as store_module
from warraq.write.batch import Batch
from warraq.write.folder import BEGUN, MANIFEST, read_manifest, turn_at
from warraq.write.output import entry_of, publish
from warraq.write.parallel import map_ordered
from warraq.write.store import Store


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def site_of(store: Store, files: dict[str, str]) -> list:
    """Nodes for these files, their bytes kept in the store."""
    nodes = [file_node(path, content.encode(), path) for path, content in files.items()]
    for node in nodes:
        store.put(node.key, node.content)
    return nodes


def planned(nodes: list) -> dict[str, str]:
    """What the manifest is to say of these nodes."""
    return {node.path: entry_of(node) for node in nodes}


# ---------------------------------------------------------------- the store


def test_what_was_put_is_there_and_what_was_not_is_not(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("aa11", b"bytes")
    assert "aa11" in store
    assert store.get("aa11") == b"bytes"
    assert "bb22" not in store
    with pytest.raises(FileNotFoundError):
        store.get("bb22")


def test_an_entry_of_a_build_that_is_killed_is_not_there(tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from warraq.write.store import Store
store = Store(Path(sys.argv[1]))
store.put("bb22", b"before")
with store._open() as database:
    database.execute("INSERT INTO kept (key, made, content) VALUES ('aa11', 0, x'00')")
    os._exit(9)
"""
    assert (
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, check=False).returncode
        == 9
    )
    assert "aa11" not in Store(tmp_path)
    assert Store(tmp_path).get("bb22") == b"before"


def test_several_processes_fill_one_store(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from warraq.write.store import Store;"
        f"store = Store(Path({str(tmp_path)!r})); [store.put(sys.argv[1] + str(n), b'x' * 9000) for n in range(200)]"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name], cwd=REPOSITORY) for name in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(Store(tmp_path).keys()) == 600


@pytest.mark.parametrize("damage", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_store_that_is_damaged_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "store.sqlite").write_bytes(damage)
    store = Store(tmp_path)
    assert store.recall("aa11", lambda: "made anew") == "made anew"
    assert store.recall("aa11", lambda: "made again") == "made anew"


def test_a_store_that_is_deleted_while_it_is_open_is_begun_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("aa11", b"bytes")
    for path in tmp_path.iterdir():
        path.unlink()
    assert "aa11" not in store
    store.put("aa11", b"bytes")
    assert store.get("aa11") == b"bytes"


def test_a_value_is_made_once_and_then_recalled(tmp_path: Path) -> None:
    store, made = Store(tmp_path), []
    for _ in range(3):
        assert store.recall("aa11", lambda: made.append("made") or ("a", "value")) == ("a", "value")
    assert made == ["made"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x80",
        b"not a pickle",
        pickle.dumps("x" * 99)[:-20],
        b"cno_such_module\nthing\n.",
        b"\x80\x04\x95\xff\xff\xff\xff",
        b"I99999x\n.",
    ],
)
def test_a_value_that_can_no_longer_be_read_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put("aa11", damage)
    assert store.recall("aa11", lambda: "made anew") == "made anew"
    assert store.recall("aa11", lambda: "made again") == "made anew"


def age(store: Store, seconds: float = 2 * store_module._AT_WORK) -> None:
    """Make every entry look as old as this."""
    with store._open() as database:
        database.execute("UPDATE kept SET made = ?", (time.time() - seconds,))


def fill(store: Store, keys: Iterable[str]) -> None:
    for key in keys:
        store.put(key, b"bytes")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even ten entries are worth a sweep."""
    monkeypatch.setattr(store_module, "_FEW", 10)


@pytest.mark.usefixtures("few")
def test_a_store_that_has_doubled_drops_what_is_not_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    used = [f"used-{number}" for number in range(6)]
    fill(store, [*used, *(f"old-{number}" for number in range(6))])
    age(store)
    store.sweep(lambda: used)
    assert store.keys() == set(used)
    fill(store, (f"more-{number}" for number in range(6)))
    age(store)
    store.sweep(lambda: used)
    assert len(store.keys()) == 12, "it has not doubled again"


@pytest.mark.usefixtures("few")
def test_what_is_used_keeps_what_it_was_made_of(tmp_path: Path) -> None:
    store = Store(tmp_path)
    fill(store, (f"old-{number}" for number in range(12)))
    store.put("text", b"converted")
    store.put("page", b"rendered", needs=["text"])
    age(store)
    store.sweep(lambda: ["page"])
    assert store.keys() == {"page", "text"}


def test_in_a_small_store_nothing_is_dropped_nor_asked_for(tmp_path: Path) -> None:
    store = Store(tmp_path)
    fill(store, ["aaaa"])
    age(store)
    store.sweep(lambda: pytest.fail("nobody need say what is used"))
    assert "aaaa" in store


@pytest.mark.usefixtures("few")
def test_an_entry_made_just_now_is_left_to_the_build_that_made_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = [f"of another build, which has not used it yet, {number}" for number in range(12)]
    fill(store, made)
    store.sweep(list)
    assert store.keys() == set(made)


def test_what_is_put_into_a_batch_is_there_at_once_and_in_the_store_when_it_is_written(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)
    store.put("aa11", b"before")
    batch = Batch(store)
    assert batch.recall("bb22", lambda: "made anew") == batch.recall("bb22", lambda: "again") == "made anew"
    batch.put("page", b"rendered", needs=["bb22"])
    assert (batch.get("aa11"), batch.get("page")) == (b"before", b"rendered")
    assert store.keys() == {"aa11"}
    batch.write()
    assert store.keys() == {"aa11", "bb22", "page"}
    assert store.recall("bb22", lambda: "again") == "made anew"


# ---------------------------------------------------------------- whose folder it is


def test_a_folder_with_files_that_are_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    write(folders.output / "thesis.txt", "years of work")
    report = built(folders)
    assert codes(report) == ["W601", "C305", "C305"]
    assert tree(folders.output) == {"thesis.txt": b"years of work"}


def test_files_that_somebody_put_into_our_folder_are_kept(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    publish(planned(site_of(store, {"fa/a.html": "a", "fa/b.html": "b"})), store, output)
    write(output / "CNAME", "bridges.example")
    write(output / "fa/note.txt", "by hand")
    written = publish(planned(site_of(store, {"en/c.html": "c"})), store, output)
    assert written.removed == ("fa/a.html", "fa/b.html")
    assert tree(output).keys() == {MANIFEST, "CNAME", "fa/note.txt", "en/c.html"}


def test_folders_that_became_empty_are_removed(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    publish(planned(site_of(store, {"fa/stories/a/index.html": "a", "fa/index.html": "home"})), store, output)
    publish(planned(site_of(store, {"fa/index.html": "home"})), store, output)
    assert [p.name for p in (output / "fa").iterdir()] == ["index.html"]


def test_an_empty_folder_and_one_that_is_not_there_are_both_welcome(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    (tmp_path / "empty").mkdir()
    for output in (tmp_path / "empty", tmp_path / "not/there/yet"):
        assert publish(planned(site_of(store, {"index.html": "home"})), store, output).changed == (
            "index.html",
        )


def test_a_manifest_cannot_make_us_delete_what_lies_outside(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    write(tmp_path / "thesis.txt", "years of work")
    names = ["../thesis.txt", "fa/../../thesis.txt", str(tmp_path / "thesis.txt")]
    write(output / MANIFEST, json.dumps({"files": dict.fromkeys(names, "key")}))
    publish(planned(site_of(store, {"index.html": "home"})), store, output)
    assert (tmp_path / "thesis.txt").exists()


# ---------------------------------------------------------------- what is written, and when


def test_assets_come_first_then_pages_then_feeds_and_the_manifest_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    nodes = site_of(
        store, {"fa/feed.xml": "f", "index.html": "i", "assets/site.css": "c", "fa/a/index.html": "a"}
    )
    order: list[str] = []
    replace = os.replace

    def noted(source: str, target: Path) -> None:
        order.append(Path(target).relative_to(output).as_posix())
        replace(source, target)

    monkeypatch.setattr(os, "replace", noted)
    publish(planned(nodes), store, output)
    assert order == ["assets/site.css", "fa/a/index.html", "index.html", "fa/feed.xml", MANIFEST]


def test_several_processes_write_what_one_writes_and_tell_the_same(tmp_path: Path) -> None:
    # In a process of its own, for one with threads is not copied, and then writes alone.
    code = """
import sys
from pathlib import Path
from warraq.write import parallel
from warraq.write.output import publish
from warraq.write.store import Store
parallel._WORTH_A_POOL = 2
folder = Path(sys.argv[1])
store = Store(folder / "store")
files = [*(f"fa/stories/{n}/index.html" for n in range(50)), "assets/site.css", "fa/feed.xml"]
for name in files:
    store.put(f"key of {name}".replace(" ", "-"), name.encode())
plan = {name: f"key of {name}".replace(" ", "-") for name in files}
assert publish(plan, store, folder / "alone", jobs=1) == publish(plan, store, folder / "together", jobs=3)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, check=True)
    assert tree(tmp_path / "together") == tree(tmp_path / "alone")
    assert (tmp_path / "together/fa/stories/7/index.html").read_text() == "fa/stories/7/index.html"


def test_a_file_whose_bytes_are_the_same_is_not_touched_though_its_key_is_new(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    publish(planned(site_of(store, {"index.html": "home"})), store, output)
    (output / MANIFEST).write_text('{"files": {"index.html": "another key"}}')
    os.utime(output / "index.html", (1, 1))
    written = publish(planned(site_of(store, {"index.html": "home"})), store, output)
    assert written.changed == ()
    assert (output / "index.html").stat().st_mtime == 1


def test_a_file_that_somebody_deleted_is_written_again(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = tree(folders.output)
    (folders.output / "fa/index.html").unlink()
    report = built(folders)
    assert report.rendered == 0
    assert report.written
    assert report.written.changed == ("fa/index.html",)
    assert tree(folders.output) == before


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": 3}', b"\xff\xfe", b'{"format": 1}'])
def test_after_its_manifest_was_damaged_every_file_is_compared_and_mended(
    tmp_path: Path, damage: bytes
) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    nodes = site_of(store, {"index.html": "home", "fa/index.html": "fa"})
    publish(planned(nodes), store, output)
    before = tree(output)
    (output / MANIFEST).write_bytes(damage)
    (output / "fa/index.html").write_bytes(b"somebody's change")
    assert publish(planned(nodes), store, output).changed == ("fa/index.html",)
    assert tree(output) == before


def test_on_a_full_disk_the_build_says_so_and_leaves_no_half_written_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "public"
    publish(planned(site_of(store, {"index.html": "home"})), store, output)
    nodes = site_of(store, {"index.html": "another home"})

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = tree(output)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(EditorError) as said:
            publish(planned(nodes), store, output)
    assert [d.rule.code for d in said.value.diagnostics] == ["W602"]
    (output / BEGUN).unlink()
    assert tree(output) == before


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_an_editors_matter(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    folders.output.mkdir()
    folders.output.chmod(0o500)
    assert "W602" in codes(built(folders))


@pytest.mark.parametrize("taken", ["output", "cache"])
def test_a_file_where_a_folder_should_be_is_an_editors_matter(tmp_path: Path, taken: str) -> None:
    folders = small_site(tmp_path)
    write(getattr(folders, taken), "a file")
    report = built(folders)
    assert codes(report)[0] == "W602"
    assert getattr(folders, taken).read_text() == "a file"


def test_a_refusal_of_the_system_while_rendering_is_an_editors_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = small_site(tmp_path)

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "cache")

    monkeypatch.setattr(Store, "put", refused)
    assert codes(built(folders)) == ["W602"]


# ---------------------------------------------------------------- two builds at once


def test_a_build_that_finds_another_one_at_work_waits_for_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = small_site(tmp_path)
    waits: list[str] = []
    with turn_at(folders.output):
        other = threading.Thread(
            target=lambda: waits.append(
                str(build(folders, Options(), waiting=lambda: waits.append("waiting")).ok)
            )
        )
        other.start()
        while not waits:
            time.sleep(0.01)
        assert not folders.output.exists()
    other.join()
    assert waits == ["waiting", "True"]
    assert (folders.output / "index.html").exists()


def test_a_build_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = small_site(tmp_path)
    monkeypatch.setattr(folder_module, "PATIENCE", 0.0)
    with turn_at(folders.output):
        assert codes(built(folders)) == ["W603"]
    assert not folders.output.exists()
    assert built(folders).ok


def test_a_check_waits_for_nobody_and_leaves_no_trace(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with turn_at(folders.output):
        assert build(folders, Options(check_only=True)).ok
    assert not folders.output.exists()


def test_builds_into_two_folders_do_not_wait_for_each_other(tmp_path: Path) -> None:
    waits: list[str] = []
    with turn_at(tmp_path / "one"), turn_at(tmp_path / "two", lambda: waits.append("waiting")):
        assert waits == []


def test_a_fault_in_the_content_leaves_no_folder_behind(tmp_path: Path) -> None:
    folders = small_site(tmp_path, {"content/people/builder/facts.yaml": "name: [\n"})
    assert not built(folders).ok
    assert not folders.output.exists()


def test_a_folder_without_manifest_counts_as_empty_if_only_our_draft_is_left_in_it(tmp_path: Path) -> None:
    write(tmp_path / "public/.warraq.draft", "a build was killed at its first stroke")
    assert read_manifest(tmp_path / "public") == {}


# ---------------------------------------------------------------- several processes


def double(tool: int, items: Sequence[int]) -> list[int]:
    """What the workers of the next test do."""
    return [tool * item for item in items]


def test_several_processes_give_the_same_results_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.write.parallel._WORTH_A_POOL", 1)
    monkeypatch.setattr("warraq.write.parallel.can_fork", lambda: False)
    items = range(50)
    alone = list(map_ordered(double, items, int, ("2",), 1))
    assert list(map_ordered(double, items, int, ("2",), 2)) == alone == [2 * item for item in items]


def test_while_a_large_site_is_packed_for_other_processes_somebody_may_break_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warraq.write.parallel._WORTH_A_POOL", 1)
    monkeypatch.setattr("warraq.write.parallel.can_fork", lambda: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    asked: list[int] = []

    def over() -> bool:
        asked.append(sum(file.stat().st_size for file in tmp_path.iterdir()))
        return len(asked) > 3

    large = [str(number) * 100 for number in range(100_000)]
    assert list(map_ordered(double, range(50), int, (large,), 2, over)) == []
    assert len(asked) == 4, "nothing was begun after the answer"
    assert max(asked) < 1_000_000, "the most of it was not even packed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")
def test_a_copied_process_has_the_tool_and_a_connection_of_its_own(tmp_path: Path) -> None:
    # In a process of its own: one that has had threads, such as the typesetter's, is not copied.
    code = """
import sys
from pathlib import Path
from warraq.write import parallel
from warraq.write.store import Store
parallel._WORTH_A_POOL = 1
store, made = Store(Path(sys.argv[1])), []
store.put("by the first", b"bytes")
def remember(tool, numbers):
    for number in numbers:
        tool.put(f"by a copy {number}", b"more")
    return [tool.get("by the first") for _ in numbers]
# It could not be sent: the tool is there by copying.
tools = lambda: made.append("made") or store
assert list(parallel.map_ordered(remember, range(50), tools, (), 2)) == [b"bytes"] * 50
print(*made, len(store.keys()))
"""
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "made 51\n", "the tool is made once for all processes"


@pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")
def test_the_processes_of_a_killed_build_do_not_keep_its_turn(tmp_path: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from warraq.setup.turn import turn
from warraq.write import parallel
def work(tool, items):
    return items
parallel._WORTH_A_POOL = 1
with turn(Path(sys.argv[1]), print):
    for item in parallel.map_ordered(work, range(100), int, (), 2):
        os.kill(os.getpid(), signal.SIGKILL)
"""
    lock = tmp_path / "lock"
    ended = subprocess.run([sys.executable, "-c", code, str(lock)], cwd=REPOSITORY, check=False)
    assert ended.returncode == -signal.SIGKILL
    with turn(lock, lambda: None, pause=0.01, patience=10):
        pass
