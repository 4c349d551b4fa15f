#!/usr/bin/env python3
"""Set up what is missing, then hand over to Warraq.

    python3 build.py            build the site into public/
    python3 build.py serve      build, show it in the browser, reload on every save
    python3 build.py test       run all tests
    python3 build.py --help     everything else

Python 3.11 or newer is the only thing that must be there before. This file itself is written so that a much
older Python can read it and say so.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)


def main():
    # type: () -> int
    """The exit code of the command: 0 fine, 1 content errors, 2 usage or set-up, 3 a bug."""
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(
            "Warraq needs Python %d.%d or newer; this is Python %d.%d (%s). Try: python3.13 build.py\n"
            % (OLDEST_PYTHON + sys.version_info[:2] + (sys.executable,))
        )
        return 2
    project = os.path.dirname(os.path.abspath(__file__))
    if project not in sys.path:  # Python's safe-path mode leaves the script's own folder out.
        sys.path.insert(0, project)
    from warraq.setup.entry import run

    return run(sys.argv[1:], project)


if __name__ == "__main__":
    sys.exit(main())
