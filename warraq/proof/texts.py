"""The files of the content in which words stand, and what their names say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq.lang.lint.forms import Form
from warraq.read.records import RecordSource

UNDETERMINED = "und"
"""The language of words in `facts.yaml` that stand under none."""


def language_and_form(file: str) -> tuple[str, Form]:
    """The language and form of a file of the content: `fa.md` is Persian, fields are in no language of their own."""
    name = file.rsplit("/", 1)[-1]
    if name.endswith(".md"):
        return name.removesuffix(".md"), "markdown"
    return UNDETERMINED, "yaml"


def texts_of(source: RecordSource, codes: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files of a record that its page is made from, by their path, with their bytes."""
    known = {"facts.yaml", *(f"{code}.md" for code in codes)}
    return ((f"{source.folder}/{name}", content) for name, content in source.files if name in known)
