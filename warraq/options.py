"""The options of the command line, and what `--help` says of them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from warraq import __version__

_DESCRIPTION = """\
Warraq makes a website in several scripts from the folders content/, templates/, assets/ and i18n/.

  python3 build.py                     build the site into public/
  python3 build.py serve               build, show it at a local address, and again at every save
  python3 build.py check               say what is wrong, write nothing
  python3 build.py fix                 mend faults of writing that are safe to mend, after showing them
  python3 build.py new people hafez    begin a record with files that only need to be filled in
  python3 build.py new site ../city    begin a site of your own: its folder, with an engine and one story
  python3 build.py status              how it stands with the texts in every language: what is missing, what is old
  python3 build.py translate tatreez fa     begin a translation, with the words of the original beside it
  python3 build.py confirm tatreez fa       say that a translation agrees with its original as it is today
  python3 build.py touch-up tatreez    say that what changed in an original is a typo, which no translation need follow
  python3 build.py art                 show the drawn cover of every record, and the families to choose from
  python3 build.py form                fetch a form for editing in the browser, at /admin/; `form remove` takes it away
  python3 build.py schema              write the schemas with which an editor like VS Code completes and checks facts
  python3 build.py explain L201        what a message means, and what to do
  python3 build.py messages            gather the interface words into i18n/ for translators
  python3 build.py test                set up what the tests need, and run them
"""

_END = """\
Exit codes: 0 fine; 1 something in the content needs mending, or (status) waits for a translator; 2 a wrong command or
option; 3 a bug in Warraq.
Messages come in the language of --language, else in that of the computer where it is Persian or Arabic, else in that of
editors_language in content/site.yaml, else in English.
"""


def parser(commands: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of the command line for these commands."""
    options = argparse.ArgumentParser(
        prog="build.py",
        description=_DESCRIPTION,
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("--version", action="version", version=f"Warraq {__version__}")
    options.add_argument(
        "command", choices=sorted(commands), help="what to do; build where none is named", metavar="COMMAND"
    )
    options.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="for new: a kind and an id; for explain: a code; for fix: codes to mend too; form: remove, or a folder;"
        " for translate and confirm: a record and a language; for touch-up: a record; behind these the numbers of"
        " changes; for status: languages, records, kinds or states",
    )
    folders = options.add_argument_group("folders")
    folders.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="holds content/ templates/ assets/ i18n/ (default: the repository)",
    )
    folders.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="the records and site.yaml (default: content/ in the root)",
    )
    folders.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="where the site is written (default: public/ in the root); for art: where its page is (default: .cache/)",
    )
    folders.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="what is kept between builds; may be deleted (default: .cache/)",
    )
    build = options.add_argument_group("building")
    build.add_argument(
        "--base-url",
        metavar="URL",
        help="where the site will live, sub-paths too: https://example.org/bridges",
    )
    build.add_argument(
        "--jobs", type=int, metavar="N", help="how many processes (default: one for each core)"
    )
    build.add_argument(
        "--explain-rebuild", action="store_true", help="say of each page that is made again why it is"
    )
    say = options.add_argument_group("messages")
    say.add_argument("--language", metavar="CODE", help="fa, ar or en")
    say.add_argument(
        "--format",
        choices=["text", "json", "github", "gitlab"],
        default="text",
        help="for people, for programs, or for the checks of GitHub and GitLab",
    )
    mending = options.add_argument_group("fix, touch-up")
    mending.add_argument("--yes", action="store_true", help="go ahead without asking")
    translating = options.add_argument_group("translate, confirm")
    translating.add_argument(
        "--from",
        dest="source",
        metavar="CODE",
        help="the language of the original (default: the one that the story began in)",
    )
    show = options.add_argument_group("serve, art")
    show.add_argument(
        "--port", type=int, default=8000, metavar="N", help="the port of the local address (default: 8000)"
    )
    show.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        help="the interface to listen on (default: this machine only)",
    )
    show.add_argument(
        "--editor",
        default=os.environ.get("WARRAQ_EDITOR", ""),
        metavar="NAME",
        help="for serve: vscode, vscodium, zed, idea, textmate, or an address with {path}, {line} and {column}:"
        " places in messages open there (default: the variable WARRAQ_EDITOR)",
    )
    show.add_argument("--no-browser", action="store_true", help="do not open the browser")
    return options
