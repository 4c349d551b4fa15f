"""Make a site of any size, always the same for the same size.

    python3 bench/corpus.py --stories 1000 --out /some/new/folder
    python3 bench/corpus.py --stories 1000 --out /some/other/folder --layout hugo

N stories in three languages, of about 600 words each, put together from the paragraphs of the project's own
content/, with N/10 people and N/20 places that they name. Only the standard library is needed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# Run as a file, Python looks for modules beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.own_site import CONTENT, Files, warraq
from bench.passages import Passages, read_passages
from bench.peer_sites import hugo, pelican
from bench.stories import Size

LAYOUTS: dict[str, Callable[[Passages, Size], Files]] = {"warraq": warraq, "hugo": hugo, "pelican": pelican}


def make_corpus(out: Path, stories: int, layout: str) -> int:
    """How many files were written: a site with so many stories in a folder that is new or empty."""
    return _write(out, LAYOUTS[layout](read_passages(CONTENT), Size(stories)))


def _write(out: Path, files: Iterable[tuple[str, str]]) -> int:
    written = 0
    for name, content in files:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
        written += 1
    return written


def main() -> int:
    """The exit code."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--stories", type=int, required=True, metavar="N", help="at least 1")
    options.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="a folder that is new or empty"
    )
    options.add_argument("--layout", choices=sorted(LAYOUTS), default="warraq", help="for which generator")
    chosen = options.parse_args()
    if chosen.stories < 1:
        options.error("--stories: a whole number from 1")
    if chosen.out.exists() and any(chosen.out.iterdir()):
        options.error(f"--out: {chosen.out} holds something already")
    print(f"{make_corpus(chosen.out, chosen.stories, chosen.layout)} files in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
