"""The files of the content in which words stand, and what their names say of them."""

from __future__ import annotations

from warraq.lang.lint.forms import Form

UNDETERMINED = "und"
"""The language of words in `facts.yaml` that stand under none."""


def language_and_form(file: str) -> tuple[str, Form]:
    """The language and form of a file of the content: `fa.md` is Persian, fields are in no language of their own."""
    name = file.rsplit("/", 1)[-1]
    if name.endswith(".md"):
        return name.removesuffix(".md"), "markdown"
    return UNDETERMINED, "yaml"
