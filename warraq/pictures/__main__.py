"""Return nothing: write the style sheet of the tones to the file that the command line names.

python3 -m warraq.pictures assets/css/components/tones.css
"""

from __future__ import annotations

import sys
from pathlib import Path

from .tones import style_sheet


def main(arguments: list[str]) -> int:
    """Zero when the sheet was written, two when no file was named."""
    if len(arguments) != 1:
        print("usage: python -m warraq.pictures OUT.css", file=sys.stderr)
        return 2
    Path(arguments[0]).write_text(style_sheet(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
