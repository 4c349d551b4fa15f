"""The first run: make the private environment, then start the same command again with its Python."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from warraq.setup.entry import STARTED_AGAIN
from warraq.setup.environment import Environment, SetUpFailed
from warraq.setup.lockfile import Lock
from warraq.setup.messages import chosen_language, message

CANNOT_SET_UP = 2
"""Exit code when the machine lacks something that only the person can give it; the same as for wrong usage."""

INTERRUPTED = 130


def set_up_and_run_again(lock: Lock, arguments: Sequence[str], project: str) -> int:
    """The exit code of the command, run with the environment's Python, or of a set-up that failed.

    Where the system can, this Python is replaced by the other one, and nothing is returned.
    """
    language = chosen_language(arguments)
    environment = Environment(Path(project, ".venv"), language)
    starts = int(os.environ.get(STARTED_AGAIN, "0"))
    try:
        if starts == 1:  # the environment is stamped as ready, yet its own Python finds something missing
            environment.forget()
        elif starts > 1:
            raise SetUpFailed(message("damaged", language, folder=environment.folder))
        if not environment.is_ready(lock):
            began = time.monotonic()
            environment.prepare(lock, say)
            say(message("ready", language, seconds=round(time.monotonic() - began)))
    except SetUpFailed as fault:
        say(str(fault))
        return CANNOT_SET_UP
    except KeyboardInterrupt:
        say(message("interrupted", language))
        return INTERRUPTED
    os.environ[STARTED_AGAIN] = str(starts + 1)
    return run_again(environment.python, [str(Path(project, "build.py")), *arguments])


def run_again(python: Path, arguments: Sequence[str]) -> int:
    """The exit code of the same command, run with the environment's Python."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(python, [str(python), *arguments])
    # Windows has no exec that keeps the terminal: wait for the other Python, and leave Ctrl-C to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call([str(python), *arguments])


def say(sentence: str) -> None:
    """Print a sentence where it does not mix with the output of the command."""
    print(sentence, file=sys.stderr, flush=True)
