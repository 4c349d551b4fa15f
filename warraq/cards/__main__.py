"""Return nothing: write the contact sheet to the file that the command line names, set in the faces of a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from .contact import contact_sheet, specimens
from .fonts import read_fonts


def main(arguments: list[str]) -> int:
    """Zero when the sheet was written, two when no folder and file were named."""
    if len(arguments) not in {2, 3}:
        print("usage: python -m warraq.cards assets/fonts/cards OUT.html [PICTURE]", file=sys.stderr)
        return 2
    picture = Path(arguments[2]).read_bytes() if len(arguments) == 3 else None
    sheet = contact_sheet(specimens(picture=picture), read_fonts(Path(arguments[0])))
    Path(arguments[1]).write_text(sheet, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
