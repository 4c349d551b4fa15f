"""The pictures of a record as they are read: each that is declared is there and can be looked at, or is told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics, Rule, Severity, nearest
from warraq.fingerprint import digest
from warraq.model.picture_references import is_elsewhere, owner_of
from warraq.model.pictures import Picture, PictureFile
from warraq.model.records import Telling
from warraq.model.values import FILE_NAME, Span
from warraq.pictures import TAKEN, PictureFault, Plate

SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif")
"""By which names a file is taken for a picture; what it is, its bytes tell."""

_OTHERS: Final = (
    ".heic",
    ".heif",
    ".bmp",
    ".psd",
    ".svg",
    ".jxl",
    ".jp2",
    ".dng",
    ".cr2",
    ".nef",
    ".arw",
    ".pdf",
)
"""Names of pictures that cannot be shown as they are; telephones make the first two."""

LARGEST_FILE: Final = 80_000_000
"""Bytes; the sharpest photograph of a good camera is half as large."""

COARSE: Final = 600
"""Pixels across below which a picture looks coarse on every screen."""

Look = Callable[[bytes], Plate]
"""What is known of a picture from its bytes; PictureFault where they cannot be one."""

_FAULTS: Final[dict[str, Rule]] = {
    "not-a-picture": rules.NOT_A_PICTURE,
    "broken": rules.BROKEN_PICTURE,
    "too-large": rules.TOO_MANY_PIXELS,
    "strange-format": rules.STRANGE_FORMAT,
}


def read_pictures(
    declared: Iterable[Picture], files: Mapping[str, bytes], folder: str, look: Look
) -> tuple[tuple[PictureFile, ...], Diagnostics]:
    """What is known of the files of these pictures, with messages on those that cannot be shown or are not declared."""
    found: dict[str, PictureFile] = {}
    notes: list[Diagnostic] = []
    names = [name for name in files if name.lower().endswith(SUFFIXES)]
    for picture in declared:
        name, span = picture.file.name, picture.file.span
        if name in found:
            notes.append(rules.PICTURE_TWICE.at(span, name=name))
        elif name in files and is_other_picture(name):
            notes.append(_strange(name, span))
        elif name not in names:
            notes.append(rules.NO_SUCH_FILE.at(span, name=name, near=nearest(name, names)))
        else:
            file, faults = _looked_at(name, files[name], span, look)
            notes.extend(faults)
            if file is not None:
                found[name] = file
    wanted = {picture.file.name for picture in declared}
    notes.extend(
        rules.UNDECLARED_PICTURE.at(Span(f"{folder}/{name}"), name=name)
        for name in names
        if name not in wanted
    )
    notes.extend(
        _strange(name, Span(f"{folder}/{name}"), Severity.WARNING)
        for name in files
        if is_other_picture(name) and name not in wanted
    )
    return tuple(found.values()), tuple(notes)


def is_other_picture(name: str) -> bool:
    """Whether a file is by its name a picture of a format that is not taken."""
    return name.lower().endswith(_OTHERS)


def _strange(name: str, span: Span, severity: Severity = Severity.ERROR) -> Diagnostic:
    rule = replace(rules.STRANGE_FORMAT, severity=severity)
    return rule.at(span, name=name, format=name.rpartition(".")[2].upper(), taken=TAKEN)


def _looked_at(
    name: str, content: bytes, span: Span, look: Look
) -> tuple[PictureFile | None, list[Diagnostic]]:
    if len(content) > LARGEST_FILE:
        return None, [rules.TOO_MANY_BYTES.at(span, name=name, limit=LARGEST_FILE // 1_000_000)]
    try:
        plate = look(content)
    except PictureFault as fault:
        values = {key: _in_millions(value) for key, value in fault.values.items()}
        rule = rules.POINTER if values.get("format") == "Git LFS" else _FAULTS[fault.code]
        return None, [rule.at(span, name=name, **values)]
    notes = []
    if plate.animated:
        notes.append(rules.MOVING_PICTURE.at(span, name=name))
    if plate.width < COARSE:
        notes.append(rules.SMALL_PICTURE.at(span, name=name, width=plate.width))
    file = PictureFile(name, digest(content), plate.width, plate.height, plate.tone, plate.transparent)
    return file, notes


def _in_millions(value: str | int) -> str | int:
    """A number of pixels as editors speak of them."""
    return -(-value // 1_000_000) if isinstance(value, int) else value


def check_named_pictures(telling: Telling, declared: Iterable[Picture]) -> Iterator[Diagnostic]:
    """Messages on the pictures that a text names without there being such a one; those of other records aside."""
    names = [picture.file.name for picture in declared]
    for ref in telling.pictures:
        if is_elsewhere(ref.target):
            yield rules.PICTURE_ELSEWHERE.at(ref.span)
            continue
        owner, name = owner_of(ref.target)
        if not owner and name not in names and not FILE_NAME.fullmatch(name):
            yield rules.NOT_A_FILE_NAME.at(ref.span, value=name)
        elif not owner and name not in names:
            yield rules.NO_SUCH_PICTURE.at(ref.span, name=name, near=nearest(name, names))
