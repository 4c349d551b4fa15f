"""The output folder: only what changed is written, each file whole or not at all, the manifest last.

The order keeps a reader safe at every moment, a killed build included: first what pages draw on, whose names carry
fingerprints and so disturb nobody; then the pages; then the removal of what is no longer there; then the manifest.
Before all this it is noted what is about to be written, so that the build after a killed one knows its files.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.plan.nodes import PARTS, Node, PageNode
from warraq.write.folder import BEGUN, DRAFT, MANIFEST, Written, note_begun, read_manifest
from warraq.write.store import Store


def publish(
    planned: Mapping[str, str],
    store: Store,
    output: Path,
    before: Mapping[str, str] | None = None,
    *,
    intact: bool = False,
) -> Written:
    """Bring the output folder to the plan's state; EditorError when the disk does not let us.

    `planned` has for each path what the manifest is to say: see `entry_of`. `before` is the manifest as the last
    build left it, where it has been read already; `intact` says that every file in it is known to be there.
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
            note_begun(output, wanted)
        changed = _write_all(sorted(wanted, key=_safe_order), planned, store, output)
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
        return _write(output / node.path, store.get(node.key), output / DRAFT, set())
    except OSError as error:
        raise EditorError(not_written(error)) from error


def _write_all(paths: list[str], planned: Mapping[str, str], store: Store, output: Path) -> list[str]:
    """The paths of those files that had to be written."""
    draft, known_folders = output / DRAFT, set[Path]()

    def write(path: str) -> bool:
        content = store.get(planned[path].partition(" ")[0])
        return _write(output / path, content, draft, known_folders)

    return [path for path in paths if write(path)]


def not_written(error: OSError) -> Diagnostic:
    """The message for what the operating system refused, with the file where it is known."""
    reason = error.strerror or str(error)
    return rules.NOT_WRITTEN.at(None, reason=f"{reason} ({error.filename})" if error.filename else reason)


def _write_manifest(output: Path, files: Mapping[str, str]) -> None:
    content = json.dumps({"format": 1, "files": dict(sorted(files.items()))})
    _replace(output / MANIFEST, content.encode(), output / DRAFT)
    (output / BEGUN).unlink(missing_ok=True)


def _safe_order(path: str) -> tuple[int, str]:
    if path.startswith("assets/"):
        return 0, path
    return (1 if path.endswith(".html") else 2), path


def _write(target: Path, content: bytes, draft: Path, known_folders: set[Path]) -> bool:
    """Write a file unless it has these bytes already; True when it was written.

    Comparing costs a tenth of replacing a file, and a file that is left alone keeps its time for those who copy.
    """
    if target.parent not in known_folders:
        target.parent.mkdir(parents=True, exist_ok=True)
        known_folders.add(target.parent)
    with contextlib.suppress(FileNotFoundError, IsADirectoryError):
        if target.read_bytes() == content:
            return False
    _replace(target, content, draft)
    return True


def _replace(target: Path, content: bytes, draft: Path) -> None:
    try:
        draft.write_bytes(content)
        draft.replace(target)
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
