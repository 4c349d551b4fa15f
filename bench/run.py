"""Measure how fast sites of several sizes are built, and other generators beside on the same texts.

    python3 bench/run.py --sizes 100,1000
    python3 bench/run.py --sizes 1000 --with hugo,pelican --serve --json figures.json

Each step is a process of its own, measured from outside. After each it is looked up that every page is there and
the edit is on its page. Use a machine that does nothing else; docs/performance.md tells how to read the figures.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

# Run as a file, Python looks for modules beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.contestants import Contestant, hugo, pelican, warraq
from bench.live import latencies
from bench.measuring import Failed, measure
from bench.rounds import Run, measure_size
from bench.tables import Latency, as_table, as_values

PEERS = {"hugo": hugo, "pelican": pelican}


def main() -> int:
    """The exit code."""
    chosen = _options().parse_args()
    contestants = [warraq(), *_peers(chosen)]
    kept = nullcontext(str(chosen.folder)) if chosen.folder else tempfile.TemporaryDirectory(prefix="bench-")
    runs: list[Run] = []
    saved: list[Latency] = []
    with kept as name:
        folder = Path(name).resolve()
        try:
            _warm_up(contestants[0], folder)
            for size in chosen.sizes:
                for run in measure_size(contestants, size, chosen.rounds, folder):
                    runs.append(run)
                    print(f"{size} {run.generator}, {run.step}: {run.cost.wall:.2f} s", file=sys.stderr)
                if chosen.serve:
                    site = folder / f"warraq-{size}"
                    saved.extend((size, *found) for found in latencies(contestants[0], size, site, 5))
        except Failed as fault:
            print(fault, file=sys.stderr)
            return 1
    print(as_table(runs, saved))
    if chosen.json:
        chosen.json.write_text(json.dumps(as_values(runs, saved), indent=1) + "\n", "utf-8")
    return 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--sizes", type=_sizes, default=(100, 1000), metavar="N,N", help="numbers of stories (100,1000)"
    )
    options.add_argument("--rounds", type=int, default=3, metavar="N", help="of each step (3)")
    options.add_argument(
        "--with",
        type=_names,
        default=(),
        dest="peers",
        metavar="NAMES",
        help="hugo, pelican, or both; one that is not installed is left out",
    )
    for peer in PEERS:
        options.add_argument(f"--{peer}", metavar="PROGRAM", help=f"where {peer} is, if not on the path")
    options.add_argument("--serve", action="store_true", help="measure the preview too")
    options.add_argument("--json", type=Path, metavar="FILE", help="write every measurement there")
    options.add_argument(
        "--folder", type=Path, metavar="DIR", help="make the sites there and keep them, for another run"
    )
    return options


def _sizes(written: str) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in written.split(","))
    if min(sizes) < 2:
        raise argparse.ArgumentTypeError("2 stories at least")
    return sizes


def _names(written: str) -> tuple[str, ...]:
    names = tuple(written.split(","))
    if unknown := set(names) - set(PEERS):
        raise argparse.ArgumentTypeError(f"nothing is known of {', '.join(sorted(unknown))}")
    return names


def _peers(chosen: argparse.Namespace) -> list[Contestant]:
    """The generators asked for that are installed; of the others it is said that they are not."""
    found = []
    for name in chosen.peers:
        program = shutil.which(getattr(chosen, name) or name)
        if program:
            found.append(PEERS[name](str(Path(program).absolute())))
        else:
            print(f"{name} is not installed here and is left out", file=sys.stderr)
    return found


def _warm_up(contestant: Contestant, folder: Path) -> None:
    """Build a small site once, so that no measurement pays for the set-up of packages or for compiling modules."""
    site = folder / "warraq-warm-up"
    if not site.exists():
        contestant.make_site(site, 2)
    measure(contestant.command, site)


if __name__ == "__main__":
    sys.exit(main())
