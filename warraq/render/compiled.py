"""Templates compiled once for all languages and all builds: what Jinja makes of a source is kept by key."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from warraq.fingerprint import digest

_NEEDS_ESCAPES = re.compile("[&<>\"']").search


def printed(value: Any) -> str:
    """A value as a page shows it: what Jinja's `escape` gives, without wrapping each piece as safe text again."""
    kind = type(value)
    if kind is Markup or (kind is str and not _NEEDS_ESCAPES(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


_ASK_FOR_CONTEXT = frozenset({"ngettext", "npgettext", "pgettext"})


class _Printing(CodeGenerator):
    """Writes what Python does soonest, where pages need no more: `printed` for values, plain attributes, plain calls.

    Jinja would look for an item where there is no attribute, and make something undefined where there is neither. A
    view has no items, and what it lacks is a fault of the template, unless the template asks whether it is there.
    """

    _may_be_missing = False

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self._may_be_missing or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A plain call: nothing that templates of ours call asks for their context, some of gettext's kin aside."""
        called, named = node.node, node.kwargs
        asks = isinstance(called, nodes.Name) and called.name in _ASK_FOR_CONTEXT
        is_plain = not (node.dyn_args or node.dyn_kwargs or any(iskeyword(value.key) for value in named))
        if asks or forward_caller or not is_plain:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for value in named:
            self.write(f"{value.key}=")
            self.visit(value.value, frame)
            self.write(", ")
        self.write(")")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        with self._lenient(node.name in {"defined", "undefined"}):
            super().visit_Test(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        with self._lenient(node.name in {"default", "d"}):
            super().visit_Filter(node, frame)

    @contextmanager
    def _lenient(self, asks: bool) -> Iterator[None]:
        before = self._may_be_missing
        self._may_be_missing = before or asks
        yield
        self._may_be_missing = before

    # Where a template asks otherwise, Jinja's own `escape` stays.
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        context = frame.eval_ctx
        if context.volatile or not context.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")


class PageEnvironment(Environment):
    """An environment whose templates print plain words quickly."""

    code_generator_class = _Printing
    printed = staticmethod(printed)


Kept = Callable[[str, Callable[[], bytes]], bytes]
"""Bytes by key, made where nobody has kept them: `kept(key, make)`."""


def compiled_key(name: str, source: str, engine: str) -> str:
    """The key under which a compiled template is kept: another Python could not read what this one compiles."""
    return digest("template", engine, sys.version, name, source)


class CompiledTemplates(BaseLoader):
    """The templates of a theme; compiling one takes as long as printing some ten pages."""

    def __init__(self, sources: Mapping[str, str], engine: str, kept: Kept) -> None:
        self._sources = sources
        self._engine = engine
        self._kept = kept
        self._codes: dict[str, CodeType] = {}

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template for one environment; all environments of a theme have the same settings and filters."""
        if name not in self._sources:
            raise TemplateNotFound(name)
        if name not in self._codes:
            self._codes[name] = self._code(environment, name)
        # No template brings globals of its own, and the plain dictionary is far quicker to copy than a chain of two.
        return environment.template_class.from_code(environment, self._codes[name], environment.globals, None)

    def compile(self, environment: Environment, name: str, tree: nodes.Template) -> None:
        """Keep the code of a template that somebody has parsed, for whoever will load it."""
        self._kept_code(environment, name, tree)

    def _code(self, environment: Environment, name: str) -> CodeType:
        compiled = self._kept_code(environment, name, self._sources[name])
        code: CodeType = marshal.loads(compiled)  # noqa: S302  our own file, as all that is kept
        return code

    def _kept_code(self, environment: Environment, name: str, template: str | nodes.Template) -> bytes:
        return self._kept(
            compiled_key(name, self._sources[name], self._engine),
            lambda: marshal.dumps(environment.compile(template, name, f"templates/{name}")),
        )
