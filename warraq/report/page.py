"""Messages on a page of the preview, in place of the page that could not be made."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from warraq.diagnostics import Diagnostic, Severity
from warraq.lang.direction import base_direction
from warraq.report.speech import Speaker

_STYLE = """
body{margin:0;padding:clamp(1rem,4vw,3rem);font:1.05rem/1.7 system-ui,sans-serif;background:#faf6ee;color:#1d1a16}
main{max-inline-size:60rem;margin-inline:auto}h1{font-size:1.5rem}article{border-inline-start:.25rem solid #9b2335;
padding-inline-start:1rem;margin-block:2rem}pre{direction:ltr;text-align:start;overflow:auto;background:#efe8da;padding:.75rem 1rem}
.place{direction:ltr;unicode-bidi:isolate;font-family:ui-monospace,monospace}
@media(prefers-color-scheme:dark){body{background:#0f1420;color:#f1ece2}pre{background:#1b2232}}
"""


def error_page(diagnostics: Iterable[Diagnostic], speaker: Speaker) -> str:
    """A whole HTML page with every error: where it is, what is wrong and what to do."""
    from warraq.report.text import frame

    title = speaker.say("Something needs mending; the last good site stays.")
    direction = base_direction(title) or "ltr"
    articles = []
    for diagnostic in diagnostics:
        if diagnostic.rule.severity is not Severity.ERROR:
            continue
        told = speaker.tell(diagnostic)
        shown = ""
        if told.source is not None:
            line, caret = frame(told.source, told.column, told.length)
            shown = f"<pre><code>{escape(line)}\n{caret}</code></pre>"
        place = f'<p class="place">{escape(told.file)}:{told.line}:{told.column}</p>' if told.file else ""
        articles.append(
            f"<article><h2>{escape(told.message)}</h2>{place}{shown}<p>{escape(told.hint)} <small>{told.code}</small></p></article>"
        )
    return (
        f'<!doctype html><html lang="{speaker.catalog.code}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{_STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{''.join(articles)}</main></body></html>"
    )
