"""`python -m warraq`: the same commands as `build.py`, without its set-up."""

import sys

from warraq.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
