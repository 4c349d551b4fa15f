"""The commands. Only the standard library is imported until a command needs more, so that `--help` answers at once."""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from warraq import __version__
from warraq.options import parser
from warraq.setup.entry import command_of

if TYPE_CHECKING:
    from warraq.build import Folders, Options, Report, Told
    from warraq.diagnostics import EditorError
    from warraq.report.speech import Speaker

FINE, CONTENT, USAGE, BUG = 0, 1, 2, 3

HERE = Path(__file__).resolve().parent.parent
"""The repository: what a site's folder lacks is taken from here."""


def main(arguments: Sequence[str]) -> int:
    """Carry out a command; the exit code."""
    command = command_of(arguments)
    words = list(arguments)
    if command in words:
        words.remove(command)
    if command == "test":
        from warraq.dev.testing import run_tests

        if not {"-h", "--help"} & set(words):
            return run_tests([word for word in words if word != "--"])
    try:
        known = parser(COMMANDS)
        options = known.parse_intermixed_args([command, *words])
        if surplus := options.words[_WORDS.get(options.command, 0) :]:
            known.error(f"{options.command} does not know what to do with: {' '.join(surplus)}")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    for stream in (sys.stdout, sys.stderr):
        # A file name that is not text, or a console of few letters, must not end a command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _carry_out(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception:  # noqa: BLE001  whatever is not an editor's fault is ours, and is said to be
        import traceback

        traceback.print_exc()
        print(
            f"\nThis is a bug in Warraq {__version__}, not in your content. Please report the lines above.",
            file=sys.stderr,
        )
        return BUG


def _carry_out(options: argparse.Namespace) -> int:
    """The exit code of a command; what keeps it from even beginning is told too."""
    from warraq.diagnostics import EditorError

    try:
        return int(COMMANDS[options.command](options))
    except EditorError as error:
        print(_told(error, options), file=sys.stderr)
        return CONTENT
    except BrokenPipeError:
        raise
    except OSError as error:  # a port that is taken, a folder that may not be written to
        print(f"{options.command}: {error}", file=sys.stderr)
        return USAGE


def _told(error: EditorError, options: argparse.Namespace) -> str:
    from warraq.report.text import as_text, in_english

    folders = _folders(options)
    if folders is None:
        return in_english(error.diagnostics)
    return as_text(error.diagnostics, _speaker(options, folders), colour=False)


def entry() -> None:
    """The command `warraq` of an installed package."""
    sys.exit(main(sys.argv[1:]))


# ---------------------------------------------------------------- build, check


def _build(options: argparse.Namespace, *, check_only: bool = False) -> int:
    from warraq.build import build

    folders = _folders(options)
    if folders is None:
        return USAGE
    began = time.perf_counter()
    report = build(
        folders,
        _options(options, check_only=check_only),
        _teller(options.format),
        lambda: _say_busy(options, folders),
    )
    seconds = time.perf_counter() - began
    _print(report, options, folders, seconds, check_only=check_only)
    return FINE if report.ok else CONTENT


def _say_busy(options: argparse.Namespace, folders: Folders) -> None:
    from warraq import rules

    print(
        _speaker(options, folders).tell(rules.BUSY.at(None, folder=folders.output)).message,
        "…",
        file=sys.stderr,
    )


def _check(options: argparse.Namespace) -> int:
    return _build(options, check_only=True)


def _folders(options: argparse.Namespace) -> Folders | None:
    """The folders that the options mean, or None after saying which option cannot be followed."""
    from warraq.build import Folders

    root: Path = (options.root or HERE).resolve()
    content: Path = (options.content or root / "content").resolve()
    for named, folder in (("--root", root), ("--content", content)):
        if not folder.is_dir():
            print(f"{named}: there is no folder {folder}", file=sys.stderr)
            return None
    if options.jobs is not None and options.jobs < 1:
        print("--jobs: a whole number from 1", file=sys.stderr)
        return None
    if options.base_url is not None and not _is_site_address(options.base_url):
        print("--base-url: a web address such as https://example.org/bridges", file=sys.stderr)
        return None

    def part(name: str) -> Path:
        return root / name if (root / name).is_dir() else HERE / name

    return Folders(
        content=content,
        templates=part("templates"),
        assets=part("assets"),
        catalogs=part("i18n"),
        output=(options.output or root / "public").resolve(),
        cache=(options.cache or root / ".cache").resolve(),
        form=root / "vendor" / "form",
    )


def _is_site_address(written: str) -> bool:
    from warraq.model.site import is_site_address

    return is_site_address(written)


def _options(options: argparse.Namespace, *, check_only: bool = False, drafts: bool = False) -> Options:
    from warraq.build import Options, default_jobs

    return Options(
        options.base_url,
        options.jobs or default_jobs(),
        drafts=drafts,
        check_only=check_only,
        proofread=check_only or drafts,
    )


def _teller(format: str) -> Told:
    from warraq.report.progress import Progress

    return Progress(sys.stderr, quiet=format != "text")


def _speaker(options: argparse.Namespace, folders: Folders) -> Speaker:
    from warraq.dev.speaking import speaker_of

    return speaker_of(options.language, folders, HERE / "i18n")


def _print(
    report: Report, options: argparse.Namespace, folders: Folders, seconds: float, *, check_only: bool
) -> None:
    from warraq.report import machine, text

    speaker = _speaker(options, folders)
    if options.format == "json":
        facts = {
            "ok": report.ok,
            "pages": report.pages,
            "records": report.records,
            "rendered": report.rendered,
            "seconds": round(seconds, 3),
        }
        print(machine.as_json(report.diagnostics, speaker, facts))
        return
    if options.format == "github":
        print(machine.as_github(report.diagnostics, speaker))
        return
    if options.format == "gitlab":
        print(machine.as_gitlab(report.diagnostics, speaker))
        return
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    messages = text.as_text(report.diagnostics, speaker, colour=colour, hints=check_only)
    if messages:
        print(messages)
    if options.explain_rebuild:
        for path, why in report.reasons:
            print(f"{path}: {', '.join(speaker.say(name) for name in why)}")
    from warraq.report.ending import ending

    print(ending(report, speaker, folders.output, seconds, check_only=check_only))


# ---------------------------------------------------------------- what editors do to records


def _in_folders(do: Callable[[argparse.Namespace, Folders], int]) -> Callable[[argparse.Namespace], int]:
    """A command that needs the folders which the options mean."""

    def command(options: argparse.Namespace) -> int:
        folders = _folders(options)
        return USAGE if folders is None else do(options, folders)

    return command


def _serve(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.desk.problems import editor_address
    from warraq.dev.preview import preview

    try:
        editor = editor_address(options.editor)
    except ValueError:
        print(
            f"--editor: a name, or an address such as vscode://file{{path}}:{{line}}, not {options.editor}",
            file=sys.stderr,
        )
        return USAGE
    asked, speaker = _options(options, drafts=True), _speaker(options, folders)
    preview(folders, asked, speaker, options.host, options.port, not options.no_browser, editor)
    return FINE


def _new(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.scaffold import begin_record

    if options.words[:1] == ["site"]:
        from warraq.dev.new_site import begin_site

        return begin_site(options.words[1:], HERE, _speaker(options, folders))
    return begin_record(options.words, folders.content, _speaker(options, folders))


def _fix(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.fixing import fix_texts

    return fix_texts(options.words, folders.content, _speaker(options, folders), agreed=options.yes)


def _status(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.status import show_status

    asked, speaker = _options(options, drafts=True), _speaker(options, folders)
    return show_status(options.words, folders, asked, speaker, as_json=options.format == "json")


def _translate(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.translating import begin_translation

    return begin_translation(options.words, options.source, folders.content, _speaker(options, folders))


def _confirm(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.confirming import confirm

    return confirm(options.words, options.source, folders.content, _speaker(options, folders))


def _touch_up(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.confirming import touch_up

    return touch_up(options.words, folders.content, _speaker(options, folders), agreed=options.yes)


def _art(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.covers import show_covers

    open_browser = not options.no_browser
    return show_covers(folders, options.output, _speaker(options, folders), open_browser=open_browser)


# ---------------------------------------------------------------- explain, test, messages


def _form(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.fetching import fetch_form

    if folders.form is None:
        return USAGE
    return fetch_form(options.words, folders.form, _speaker(options, folders))


def _schema(options: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.schemas import write_schemas

    return write_schemas(folders, _speaker(options, folders))


def _explain(options: argparse.Namespace) -> int:
    from warraq.report.explain import explain

    folders = _folders(options)
    if folders is None:
        return USAGE
    return explain(options.words, lambda: _speaker(options, folders), options.language)


def _test(options: argparse.Namespace) -> int:
    print(
        "build.py test [ARGUMENTS OF PYTEST]\n\nSets up what the tests need, a browser included, and runs them."
    )
    return FINE


def _messages(_: argparse.Namespace, folders: Folders) -> int:
    from warraq.dev.messages import update_messages
    from warraq.read.settings import read_site

    codes = read_site(folders.content, folders.content.name).codes
    return update_messages(HERE / "warraq", folders.templates, folders.catalogs, codes)


_WORDS = {
    "new": 2, "explain": 1, "fix": 99, "form": 1, "status": 99, "translate": 2, "confirm": 99, "touch-up": 99,
}  # fmt: skip
"""How many words may follow a command, where any may."""

COMMANDS = {
    "build": _build,
    "check": _check,
    "serve": _in_folders(_serve),
    "fix": _in_folders(_fix),
    "new": _in_folders(_new),
    "status": _in_folders(_status),
    "translate": _in_folders(_translate),
    "confirm": _in_folders(_confirm),
    "touch-up": _in_folders(_touch_up),
    "art": _in_folders(_art),
    "form": _in_folders(_form),
    "schema": _in_folders(_schema),
    "explain": _explain,
    "messages": _in_folders(_messages),
    "test": _test,
}
