"""From written fields to facts: the declared classes validate, and what they refuse becomes messages with places.

Pydantic does the validating and makes the JSON Schemas; it is imported on first use, since a build in which
nothing changed does not need it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError, Rule, nearest
from warraq.model.values import Scalar, Span
from warraq.read.yamltree import Fields, Items, code_points, unseen_in

T = TypeVar("T")

_REFUSALS: Final[dict[str, Rule]] = {
    "not-by-language": rules.NOT_BY_LANGUAGE,
    "not-text": rules.NOT_TEXT,
    "not-an-id": rules.NOT_AN_ID,
    "not-a-number": rules.NOT_A_NUMBER,
    "not-a-file-name": rules.NOT_A_FILE_NAME,
    "not-a-focal-point": rules.NOT_A_FOCAL_POINT,
    "not-coordinates": rules.NOT_COORDINATES,
    "not-a-web-address": rules.NOT_A_WEB_ADDRESS,
    "not-an-address": rules.NOT_AN_ADDRESS,
    "not-yes-or-no": rules.NOT_YES_OR_NO,
    "not-a-day": rules.NOT_A_DAY,
    "not-a-colour": rules.NOT_A_COLOUR,
    "not-a-language": rules.NOT_A_LANGUAGE,
    "not-marks": rules.NOT_MARKS,
    "calendar-missing": rules.NO_CALENDAR,
    "no-such-day": rules.NO_SUCH_DAY,
    "no-such-month": rules.NO_SUCH_MONTH,
    "ends-before-it-begins": rules.ENDS_BEFORE,
    "unknown-calendar": rules.UNKNOWN_CALENDAR,
    "no-such-century": rules.NO_SUCH_CENTURY,
    "month-of-another-calendar": rules.MONTH_ELSEWHERE,
    "ambiguous-double-date": rules.TWO_READINGS,
    "no-such-season": rules.NO_SUCH_SEASON,
    "no-such-year": rules.NO_SUCH_YEAR,
}

_BETWEEN_ITEMS: Final = re.compile("[،؛]|^[–—−ـ] ")
"""What keyboards of Arabic script have for a comma between items, and word processors for a hyphen before one."""

_DATE_FIELDS: Final = ("value", "century", "calendar", "also", "label")


def read_facts(facts: type[T], fields: Fields) -> T:
    """An instance of the class from the written fields; EditorError with everything that is wrong in them."""
    import pydantic

    try:
        facts_read: T = _adapter(facts).validate_python(_as_lists(facts, fields))
    except pydantic.ValidationError as error:
        found = [_message(facts, fields, problem) for problem in error.errors(include_url=False)]
        raise EditorError(*_without_echoes(found)) from error
    return facts_read


def json_schema(facts: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a class of facts, each field titled by its label; see `warraq/dev/schemas.py` for tools."""
    schema: dict[str, Any] = _adapter(facts).json_schema()
    for field in dataclasses.fields(facts):
        if field.name in schema.get("properties", {}) and field.metadata.get("label"):
            schema["properties"][field.name]["title"] = field.metadata["label"]
    return schema


_adapters: dict[type[Any], Any] = {}


def _adapter(facts: type[Any]) -> Any:
    """Pydantic's validator of a class, made once: making it costs as much as using it a hundred times."""
    import pydantic

    if facts not in _adapters:
        _adapters[facts] = pydantic.TypeAdapter(facts)
    return _adapters[facts]


def _as_lists(facts: type[Any], fields: Fields) -> dict[str, Any]:
    """The fields with a single value put into a list where the field holds several: `roles: poet` is enough."""
    several = {
        field.name for field in dataclasses.fields(facts) if str(field.type).lstrip().startswith("tuple[")
    }
    result: dict[str, Any] = {}
    for name, value in fields.items():
        single = name in several and not isinstance(value, list)
        result[str(name)] = [value] if single else value
    return result


def _message(facts: type[Any], fields: Fields, problem: Any) -> Diagnostic:
    """The message for one refusal, with the place of what was refused."""
    path, kind = problem["loc"], problem["type"]
    written, span = find(fields, path)
    field = next((step for step in reversed(path) if isinstance(step, str)), "?")
    if kind == "too_long" or (kind == "missing" and isinstance(path[-1], int)):
        whole = path if kind == "too_long" else path[:-1]
        return rules.WRONG_COUNT.at(span, field=field, count=_node(facts, whole).get("minItems", ""))
    if kind == "missing":
        return rules.MISSING.at(_owner(fields, path), field=path[-1])
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        known = _known_fields(facts, path)
        key = next((k for k in _parent(fields, path) if k == path[-1]), None)
        place = key.span if isinstance(key, Scalar) else span
        if unseen := unseen_in(str(path[-1])):
            return rules.STRANGE_SPACE.at(place, signs=code_points(unseen))
        return rules.UNKNOWN_FIELD.at(
            place, field=path[-1], near=nearest(str(path[-1]), known), known=", ".join(known)
        )
    if _is_unmarked_list(fields, path):
        return rules.NOT_LIST.at(span, field=field)
    if (
        isinstance(path[-1], int)
        and isinstance(written, Scalar)
        and (strange := _BETWEEN_ITEMS.search(written))
    ):
        sign = strange[0].strip()
        place = replace(span, column=span.column + strange.start(), length=1)
        return rules.LOOKALIKE.at(place, found=sign, wanted="," if sign in "،؛" else "-")
    if kind == "literal_error" and not isinstance(written, str):
        return rules.NOT_TEXT.at(span, field=field)
    if kind == "literal_error":
        known = [
            word.strip().strip("'") for word in problem["ctx"]["expected"].replace(" or ", ", ").split(",")
        ]
        shown = _shown(written)
        return rules.NOT_ONE_OF.at(
            span, value=shown, field=field, near=nearest(shown, known), known=", ".join(known)
        )
    if kind in {"tuple_type", "list_type"}:
        return rules.NOT_LIST.at(span, field=field)
    if kind in {"dataclass_type", "dict_type", "mapping_type"}:
        return rules.NOT_GROUP.at(span, field=field)
    refusal = problem.get("ctx", {}).get("error")
    code = getattr(refusal, "code", "not-text")
    if code == "unknown-key":
        key = next(key for key in written if key == refusal.values["key"])
        near = nearest(key, _DATE_FIELDS)
        return rules.UNKNOWN_FIELD.at(key.span, field=key, near=near, known=", ".join(_DATE_FIELDS))
    if code == "not-text" and isinstance(written, Fields):
        # Of a phrase in several languages only one is at fault, as a rule.
        odd = next((key for key, phrase in written.items() if not isinstance(phrase, str)), None)
        return rules.NOT_TEXT.at(written[odd].span if odd else span, field=odd or field)
    if code == "not-an-id" and isinstance(written, Items):
        return rules.NOT_LIST.at(span, field=field)
    values = {"value": _shown(written), "field": field, **getattr(refusal, "values", {})}
    return _REFUSALS.get(code, rules.NOT_A_DATE).at(span, **values)


def _without_echoes(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The messages without those on a missing field whose name is merely mistyped, of which there is one already."""
    meant = {
        values["near"]
        for d in found
        if d.rule is rules.UNKNOWN_FIELD and "near" in (values := dict(d.values))
    }
    return [d for d in found if d.rule is not rules.MISSING or dict(d.values)["field"] not in meant]


def find(fields: Fields, path: Sequence[str | int]) -> tuple[Any, Span]:
    """What is written at a path, or at the deepest part of it that exists, with its place."""
    value: Any = fields
    span = fields.span
    for step in path:
        if isinstance(value, Fields) and step in value:
            value = value[str(step)]
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            break
        span = value.span
    return value, span


def _is_unmarked_list(fields: Fields, path: Sequence[str | int]) -> bool:
    """Whether several values are written with commas and without brackets, where a single one needs none."""
    whole, _ = find(fields, path[:-1])
    return isinstance(path[-1], int) and isinstance(whole, Scalar) and any(comma in whole for comma in ",،")


def _parent(fields: Fields, path: Sequence[str | int]) -> Iterable[Any]:
    value, _ = find(fields, path[:-1])
    return value if isinstance(value, Fields) else ()


def _owner(fields: Fields, path: Sequence[str | int]) -> Span:
    """The place of the group that lacks a field."""
    return find(fields, path[:-1])[1]


def _known_fields(facts: type[Any], path: Sequence[str | int]) -> list[str]:
    return list(_node(facts, path[:-1]).get("properties", {}))


def _node(facts: type[Any], path: Sequence[str | int]) -> Any:
    """The part of the JSON Schema that speaks of what is written at a path."""
    schema = json_schema(facts)
    node: Any = schema
    for step in path:
        inner = node.get("properties", {}).get(step) or node.get("additionalProperties")
        node = node.get("items") if isinstance(step, int) else inner
        node = node if isinstance(node, dict) else {}
        if "anyOf" in node:
            node = node["anyOf"][0]
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    return node


def _shown(written: Any) -> str:
    if isinstance(written, Items):
        return ", ".join(_shown(item) for item in written)
    if isinstance(written, Fields):
        return ", ".join(f"{key}: {_shown(value)}" for key, value in written.items())
    return str(written)
