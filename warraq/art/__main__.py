"""Return nothing: write the contact sheet to the file that the command line names."""

from __future__ import annotations

import sys
from pathlib import Path

from .specimens import contact_sheet


def main(arguments: list[str]) -> int:
    """Zero when the sheet was written, two when no file was named."""
    if len(arguments) != 1:
        print("usage: python -m warraq.art OUT.html", file=sys.stderr)
        return 2
    Path(arguments[0]).write_text(contact_sheet(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
