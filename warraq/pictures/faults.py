"""What can be wrong with a picture. The sentences for editors are with all others, in `warraq/rules/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

FaultCode: TypeAlias = Literal["not-a-picture", "strange-format", "broken", "too-large"]
"""Nothing that is drawn; a format that we do not take; a file that cannot be read to its end; too many pixels."""


class PictureFault(ValueError):
    """Why no print can be made of a file: a code, and the values of a sentence about it.

    `strange-format` has `format` (its name) and `taken` (the names of those we take), `too-large` has `pixels` and
    `limit`; the other codes have no values.
    """

    code: FaultCode
    values: dict[str, str | int]

    def __init__(self, code: FaultCode, values: Mapping[str, str | int] | None = None) -> None:
        # Both are arguments of the exception itself, so that it comes whole out of a worker process.
        super().__init__(code, dict(values or {}))
        self.code, self.values = code, dict(values or {})
