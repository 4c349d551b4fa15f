"""What the preview shows beside the site itself: the desk, the bar on every page, and the list of all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warraq.build import Folders
from warraq.dev.desk.changes import changes_of
from warraq.dev.desk.findings import Concern, Findings
from warraq.dev.desk.problems import MOST, problem_views
from warraq.dev.desk.tellings import tellings_of
from warraq.dev.desk.words import Words
from warraq.diagnostics import Diagnostic, Severity
from warraq.model.addresses import encoded, file_of, status_path
from warraq.report.speech import Speaker

HERE = Path(__file__).parent / "page"
"""The templates, styles and scripts of the desk: no part of any site."""


_FIRST = 3
"""Errors that are shown on every page of a site that cannot be built."""


class PreviewDesk:
    """Writes the pages of the desk from what the last build has found out."""

    def __init__(self, folders: Folders, speaker: Speaker, address_path: str = "/", editor: str = "") -> None:
        self._folders, self._speaker = folders, speaker
        self._address_path, self._editor = address_path, editor
        self.findings = Findings(content=folders.content.name)
        """Replaced as a whole after every build, so that whoever reads has one state of things."""

    def bar(self, page: str, *, failed: bool) -> str:
        """What a page of the preview has at its lower edge; the page is given as its file in the output folder."""
        findings = self.findings
        concern = findings.concerning(findings.record_at(page))
        blocking = _blocking(concern)[:_FIRST] if failed else ()
        rest = tuple(d for d in concern.own if d not in blocking)
        return self._print(
            "bar.html",
            findings,
            failed=failed,
            blocking=[*self._views(blocking)],
            rest=rest,
            problems=[*self._views(rest[:MOST])],
            own=concern.own,
            naming=concern.naming,
            elsewhere=(*concern.blocking, *concern.others),
            desk=self.address(page),
        )

    def address(self, page: str) -> str:
        """The address of the desk of a page."""
        if key := self.findings.record_at(page):
            return f"/@desk/{key}/"
        return f"/@desk/at/{encoded(page.removesuffix('index.html'))}"

    def record(self, key: str, *, failed: bool) -> str | None:
        """The desk of a record; None where no such record is known."""
        findings = self.findings
        entry = findings.entry(key)
        if entry is None or not entry.faces:
            return None
        return self._desk(findings, file_of(entry.faces[0].path), failed=failed)

    def page(self, page: str, *, failed: bool) -> str:
        """The desk of a page that is about no record."""
        return self._desk(self.findings, page, failed=failed)

    def _desk(self, findings: Findings, page: str, *, failed: bool) -> str:
        words, key = Words(self._speaker, findings.site), findings.record_at(page)
        concern = findings.concerning(key)
        tellings = [*tellings_of(page, findings, words, self._folders.output, self._address_path)]
        status_board = status_path().lstrip("/")
        has_board = (self._folders.output / file_of(status_path())).is_file()
        return self._print(
            "desk.html",
            findings,
            failed=failed,
            key=key,
            title=self._title(findings, key, words) if key else f"/{page.removesuffix('index.html')}",
            tellings=tellings,
            board=f"{self._address_path}{status_board}" if has_board else "",
            **self._lists(concern),
        )

    def _lists(self, concern: Concern) -> dict[str, Any]:
        """What is wrong, in the order in which it is to be mended."""
        return {
            "own": concern.own,
            "own_views": [*self._views(concern.own[:MOST])],
            "blocking": concern.blocking,
            "blocking_views": [*self._views(concern.blocking[:_FIRST])],
            "blocks_itself": any(d.rule.severity is Severity.ERROR for d in concern.own),
            "naming": concern.naming,
            "naming_views": [*self._views(concern.naming[:MOST])],
            "elsewhere": (*concern.blocking, *concern.others),
        }

    def problems(self, *, failed: bool) -> str:
        """The list of all that is to be said of the site."""
        findings = self.findings
        said, most = findings.said, 5 * MOST
        return self._print(
            "problems.html",
            findings,
            failed=failed,
            said=said,
            views=[*self._views(said[:most])],
            desks=[self._desk_of(findings, d) for d in said[:most]],
            more=max(0, len(said) - most),
        )

    def changes(self, key: str, code: str) -> str | None:
        """What has changed in the original of a record's text, as a part of a page; None where there is nothing."""
        findings = self.findings
        words = Words(self._speaker, findings.site)
        found = changes_of(key, code, findings, words, self._folders)
        return None if found is None else self._print("changes.html", findings, found=found)

    # ------------------------------------------------------------ printing

    def _title(self, findings: Findings, key: str, words: Words) -> Any:
        """The title of a record with its language and direction, in the editor's language as far as may be."""
        entry, site = findings.entry(key), findings.site
        assert entry is not None
        code = words.code if site and words.code in site.codes else entry.faces[0].code
        return entry.card(code).title

    def _desk_of(self, findings: Findings, diagnostic: Diagnostic) -> str:
        key = findings.record_of(diagnostic)
        return f"/@desk/{key}/" if findings.entry(key) else ""

    def _views(self, diagnostics: Iterable[Diagnostic]) -> Any:
        return problem_views(diagnostics, self._speaker, self._editor)

    def _print(self, name: str, findings: Findings, **values: Any) -> str:
        words = Words(self._speaker, findings.site)
        return (
            templates()
            .get_template(name)
            .render(words=words, say=words.say, plural=words.plural, findings=findings, **values)
        )


def _blocking(concern: Concern) -> tuple[Diagnostic, ...]:
    """The errors, those of the record itself before all others."""
    errors = tuple(d for d in concern.own if d.rule.severity is Severity.ERROR)
    return (*errors, *(d for d in concern.naming if d.rule.severity is Severity.ERROR), *concern.blocking)


@cache
def templates() -> Environment:
    """The templates of the desk, in which everything is escaped that comes from files."""
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
