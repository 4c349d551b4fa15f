"""The last lines of a build: what was made, what needs attention, how to look at it."""

from __future__ import annotations

from pathlib import Path

from warraq.diagnostics import Severity
from warraq.model.words import N_
from warraq.pipeline import Report
from warraq.report.speech import Speaker
from warraq.report.text import summary


def ending(report: Report, speaker: Speaker, output: Path, seconds: float, *, check_only: bool) -> str:
    """What became of the build, in a few lines of the editor's language."""
    counts = summary(report.diagnostics, speaker)
    if not report.ok:
        return f"{counts}. {speaker.say(N_('Nothing was written; the last good site stays.'))}"
    if check_only or report.written is None:
        found = speaker.plural(N_("{count} record looked through."), N_("{count} records looked through."), report.records)
        return " ".join((found.format(count=report.records), counts)).strip()
    pages = speaker.plural(N_("{count} page in {folder}"), N_("{count} pages in {folder}"), report.pages)
    changed = len(report.written.changed)
    made = speaker.plural(N_("{count} file written"), N_("{count} files written"), changed)
    time = speaker.say(N_("{seconds} s")).format(seconds=f"{seconds:.1f}")
    lines = [f"{pages.format(count=report.pages, folder=_short(output))} · {made.format(count=changed)} · {time}"]
    if counts:
        look = speaker.say(N_("“python3 build.py check” shows them all."))
        attention = any(d.rule.severity is not Severity.HINT for d in report.diagnostics)
        lines.append(f"{counts}. {look}" if attention else f"{counts}. {look}")
    lines.append(speaker.say(N_("To look at it: python3 build.py serve")))
    return "\n".join(lines)


def _short(path: Path) -> str:
    """The folder as seen from where the command was given, when that is shorter."""
    try:
        return path.relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return str(path)
