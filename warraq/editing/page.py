"""The page of the form, and what it may fetch and show."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path
from string import Template
from typing import Final

from warraq.editing.host import hosts_of
from warraq.model.site import Site
from warraq.model.site import words as in_one_language
from warraq.model.words import N_

PAGE: Final = Path(__file__).parent / "page"

SCRIPTS: Final = ("form.js", "keeping.js", "form.css", "preview.css")
"""What goes beside the page as it lies here."""

NO_SCRIPT: Final = N_(
    "This form needs JavaScript. Everything in it can also be done in the files themselves."
)
ELSEWHERE: Final = N_(
    "This form writes into the folder on your own computer: begin it there with “python3 build.py serve”."
)


def page_of(site: Site, code: str, icon: str, say: dict[str, str], locales: tuple[str, ...]) -> bytes:
    """The page of the form; `say` has its sentences in the language of the code, `locales` are those of the CMS."""
    imports = json.dumps(
        {
            "imports": {
                "yaml": "./yaml/index.js",
                **{f"./locales/{locale}.json": f"./locales/{locale}.js" for locale in locales},
            }
        }
    )
    values = {
        "language": code,
        "direction": site.language(code).direction,
        "languages": " ".join(site.codes),
        "backend": site.facts.admin.backend,
        "policy": policy_of(site, imports),
        "title": in_one_language(site.facts.title, code),
        "icon": icon,
        "no_script": say[NO_SCRIPT],
        "elsewhere": say[ELSEWHERE],
    }
    escaped = {name: html.escape(value) for name, value in values.items()}
    page = Template((PAGE / "index.html").read_text("utf-8"))
    return page.substitute(escaped, imports=imports).encode()


def policy_of(site: Site, imports: str) -> str:
    """The content security policy: the site itself, and the hosts that the site has chosen for its repository."""
    files, pictures = hosts_of(site.facts.admin)
    known = base64.b64encode(hashlib.sha256(imports.encode()).digest()).decode()
    rules = {
        "default-src": ("'none'",),
        "script-src": ("'self'", f"'sha256-{known}'"),
        # The CMS writes its styles into the page, and shows files that are not saved yet.
        "style-src": ("'self'", "'unsafe-inline'", "blob:"),
        "img-src": ("'self'", "blob:", "data:", *pictures),
        "media-src": ("'self'", "blob:"),
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'", "blob:", "data:", *files),
        "frame-src": ("'self'", "blob:"),
        "worker-src": ("'self'", "blob:"),
        "base-uri": ("'self'",),
        "form-action": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())
