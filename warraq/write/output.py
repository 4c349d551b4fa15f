"""The output folder: only what changed is written, each file whole or not at all, the manifest last.

The order keeps a reader safe at every moment, a killed build included: first what pages draw on, whose names carry
fingerprints and so disturb nobody; then the pages; then the removal of what is no longer there; then the manifest.
Before all this it is noted what is about to be written, so that the build after a killed one knows its files.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.plan.nodes import PARTS, Node, PageNode
from warraq.write.folder import BEGUN, DRAFT, MANIFEST, Written, note_begun, read_manifest
from warraq.write.parallel import can_fork, map_ordered
from warraq.write.store import Store


def publish(
    planned: Mapping[str, str],
    store: Store,
    output: Path,
    before: Mapping[str, str] | None = None,
    *,
    intact: bool = False,
    jobs: int = 1,
) -> Written:
    """Bring the output folder to the plan's state; EditorError when the disk does not let us.

    `planned` has for each path what the manifest is to say: see `entry_of`. `before` is the manifest as the last
    build left it, where it has been read already; `intact` says that every file in it is known to be there. Very many
    files are written by several processes.
    """
    before = read_manifest(output) if before is None else before
    top = os.fspath(output)
    try:
        output.mkdir(parents=True, exist_ok=True)
        wanted = [
            path
            for path, entry in planned.items()
            if before.get(path) != entry or not (intact or os.path.exists(f"{top}/{path}"))  # noqa: PTH110  four times as quick
        ]
        removed = sorted(before.keys() - planned.keys())
        if wanted or removed:
            for path in note_begun(output, wanted):
                _draft_of(f"{top}/{path}").unlink(missing_ok=True)
        changed = _write_all(wanted, planned, _Printer(store, top), jobs)
        for path in removed:
            (output / path).unlink(missing_ok=True)
            _remove_empty_folders((output / path).parent, output)
        if before != planned or wanted:
            _write_manifest(output, planned)
    except OSError as error:
        raise EditorError(not_written(error)) from error
    return Written(len(planned), tuple(changed), tuple(removed))


def publish_one(node: Node, store: Store, output: Path) -> bool:
    """Bring one page to the plan's state ahead of the others; True when it was written.

    The next `publish` notes it in the manifest. EditorError when the disk does not let us.
    """
    try:
        return _write(f"{os.fspath(output)}/{node.path}", store.get(node.key))
    except OSError as error:
        raise EditorError(not_written(error)) from error


class _Printer(NamedTuple):
    """What writing files needs: the store in which their bytes are, and the output folder."""

    store: Store
    top: str

    def print(self, files: Sequence[tuple[str, str]]) -> list[bool]:
        """Whether each of the files had to be written; they are told by path and key."""
        return [_write(f"{self.top}/{path}", self.store.get(key)) for path, key in files]


_FILES_LIKE_A_PAGE = 8
"""Files whose writing several processes speed up as much as the making of one page."""


def _write_all(wanted: list[str], planned: Mapping[str, str], printer: _Printer, jobs: int) -> list[str]:
    """The paths of those files that had to be written, rank by rank."""
    changed: list[str] = []
    for _, paths in groupby(sorted(wanted, key=_safe_order), lambda path: _safe_order(path)[0]):
        files = [(path, planned[path].partition(" ")[0]) for path in paths]
        effort = 1 + len(files) // _FILES_LIKE_A_PAGE
        written = map_ordered(
            _Printer.print, files, _Printer, printer, jobs if can_fork() else 1, effort=effort
        )
        changed += [path for (path, _), new in zip(files, written, strict=True) if new]
    return changed


def not_written(error: OSError) -> Diagnostic:
    """The message for what the operating system refused, with the file where it is known."""
    reason = error.strerror or str(error)
    return rules.NOT_WRITTEN.at(None, reason=f"{reason} ({error.filename})" if error.filename else reason)


def _write_manifest(output: Path, files: Mapping[str, str]) -> None:
    content = json.dumps({"format": 1, "files": dict(sorted(files.items()))})
    _replace(f"{os.fspath(output)}/{MANIFEST}", content.encode())
    (output / BEGUN).unlink(missing_ok=True)


def _safe_order(path: str) -> tuple[int, str]:
    if path.startswith("assets/"):
        return 0, path
    return (1 if path.endswith(".html") else 2), path


def _write(target: str, content: bytes) -> bool:
    """Write a file unless it has these bytes already; True when it was written.

    Comparing costs a tenth of replacing a file, and a file that is left alone keeps its time for those who copy.
    """
    if not _make_folder(target.rpartition("/")[0]):
        with contextlib.suppress(FileNotFoundError, IsADirectoryError), open(target, "rb") as file:  # noqa: PTH123
            if file.read() == content:
                return False
    _replace(target, content)
    return True


def _make_folder(folder: str) -> bool:
    """Whether a folder had to be made; the usual ways ask more of the disk, and there is one for each page."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return False
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    return True


def _draft_of(target: str) -> Path:
    """What is written in the place of a file until it is whole: beside it, where the disk is quickest to rename it."""
    folder, _, name = target.rpartition("/")
    return Path(folder, f"{DRAFT}.{name}")


def _replace(target: str, content: bytes) -> None:
    draft = _draft_of(target)
    try:
        draft.write_bytes(content)
        os.replace(draft, target)  # noqa: PTH105
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def _remove_empty_folders(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def reasons(before: Mapping[str, str], nodes: Iterable[Node]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files that differ from the last build, each with what differs: `new`, or some of the PARTS of a key."""
    for node in nodes:
        if not before.get(node.path):
            yield node.path, ("new",)
            continue
        known, now = before[node.path].split(" "), entry_of(node).split(" ")
        if known[0] == now[0]:
            continue
        pairs = zip(PARTS, known[1:], now[1:], strict=False)
        yield node.path, tuple(name for name, then, today in pairs if then != today) or ("content",)


def entry_of(node: Node) -> str:
    """What the manifest says of a file: its key, and for a page what the key is made of."""
    return f"{node.key} {node.parts}" if isinstance(node, PageNode) else node.key
