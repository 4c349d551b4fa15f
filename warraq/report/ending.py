"""The last lines of a build: what was made, what needs attention, how to look at it."""

from __future__ import annotations

from pathlib import Path

from warraq.build import Report
from warraq.report.speech import Speaker
from warraq.report.text import summary


def ending(
    report: Report, speaker: Speaker, output: Path, seconds: float, *, check_only: bool, serving: bool = False
) -> str:
    """What became of the build, in a few lines of the editor's language."""
    counts = summary(report.diagnostics, speaker)
    if not report.ok:
        stays = speaker.say("Nothing was written; the last good site stays.")
        return f"{counts}. {stays}"
    if check_only or report.written is None:
        found = speaker.plural(
            "{count} record looked through.", "{count} records looked through.", report.records
        )
        return " ".join((found.format(count=speaker.number(report.records)), counts)).strip()
    pages = speaker.plural("{count} page in {folder}", "{count} pages in {folder}", report.pages)
    changed = len(report.written.changed)
    made = speaker.plural("{count} file written", "{count} files written", changed)
    time = speaker.say("{seconds} s").format(seconds=speaker.number(f"{seconds:.1f}"))
    lines = [
        " · ".join(
            (
                pages.format(count=speaker.number(report.pages), folder=_short(output)),
                made.format(count=speaker.number(changed)),
                time,
            )
        )
    ]
    if counts:
        look = speaker.say("“python3 build.py check” shows them all.")
        lines.append(f"{counts}. {look}")
    if not serving:
        lines.append(speaker.say("To look at it: python3 build.py serve"))
    return "\n".join(lines)


def _short(path: Path) -> str:
    """The folder as seen from where the command was given, when that is shorter."""
    try:
        return path.relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return str(path)
