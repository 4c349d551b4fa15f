"""From the fields of the model to those of the form: what is typed, chosen, or put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from warraq.art.families import FAMILIES
from warraq.editing import words
from warraq.editing.fields import FormField
from warraq.editing.words import FormWords
from warraq.model.rights import rights_of
from warraq.model.values import FILE_NAME, ID, LANGUAGE_CODE

Widget = dict[str, Any]

_LONG: Final = frozenset(
    {"alt", "caption", "description", "meaning", "note", "outcome", "results", "summary"}
)
"""What is a sentence or more, and so gets a field of several lines."""

_NEEDED: Final = frozenset({("Picture", "rights")})
"""What the model lets be left out, since another rule has a better message for it, and a form should ask for."""

_NUMBER: Final = r"^[0-9۰-۹٠-٩]+(?:[.٫][0-9۰-۹٠-٩]+)?$"
_PAIR: Final = r"^-?[0-9۰-۹٠-٩.٫]+\s*[,،]\s*-?[0-9۰-۹٠-٩.٫]+$"
_ADDRESS: Final = r"^/[A-Za-z0-9._~/-]*$"

_NAMED: Final = "{{{{name.{code}}}}} · {{{{slug}}}}"


def display_of(kind: str, code: str) -> str:
    """How a record of a kind is shown in lists and choices."""
    if kind == "sources":
        return "{{title}} · {{slug}}"
    return "{{slug}}" if kind in {"stories", "pages"} else _NAMED.format(code=code)


def widget_of(field: FormField, say: FormWords, names: Mapping[str, str]) -> Widget:
    """The field of the form for a field of the model; `names` are those of the languages, by their codes."""
    needed = field.needed or (field.owner, field.name) in _NEEDED
    widget: Widget = {"name": field.name, "label": say.label_of(field), "required": needed}
    hint = say.hint_of(field)
    if hint:
        widget["hint"] = hint
    widget |= _kind_of_widget(field, say, names)
    return widget


def _kind_of_widget(field: FormField, say: FormWords, names: Mapping[str, str]) -> Widget:
    match field.nature:
        case "part":
            parts = [widget_of(part, say, names) for part in field.parts]
            # What is left out is folded up: a picture alone has fifteen fields.
            folded = {"collapsed": True, "summary": _summary_of(field, say.code)} if field.many else {}
            return {"widget": "list" if field.many else "object", "fields": parts, **folded}
        case "phrases":
            inner = "text" if field.name in _LONG else "string"
            # A name in one language is enough for a record, and which one that is nobody can say before.
            fields = [
                {"name": code, "label": name, "widget": inner, "required": False}
                for code, name in names.items()
            ]
            return {"widget": "object", "fields": fields}
        case "choice":
            options = [{"label": _word(word, say), "value": word} for word in field.choices]
            return {"widget": "select", "options": options, "multiple": field.many}
        case "record":
            return _choice_of_record(field, say)
        case "answer":
            options = [
                {"label": say.say(words.YES), "value": "yes"},
                {"label": say.say(words.NO), "value": "no"},
            ]
            return {"widget": "select", "options": options}
        case "flag":
            return {"widget": "boolean", "default": False}
        case "day":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case "file":
            return {"widget": "image"}
    if field.many:
        return {"widget": "list"}
    if field.name == "cover":
        return {"widget": "select", "options": list(FAMILIES)}
    return {"widget": "text" if field.name in _LONG else "string", **_pattern_of(field, say)}


def _pattern_of(field: FormField, say: FormWords) -> Widget:
    """What the form itself may refuse. All else is left to `check`, which says what to do."""
    match field.nature:
        case "number":
            return {"pattern": [_NUMBER, say.say(words.NOT_A_NUMBER)]}
        case "pair":
            return {"pattern": [_PAIR, say.say(words.NOT_A_PAIR)]}
        case "address":
            return {"pattern": [_ADDRESS, say.say(words.NOT_AN_ADDRESS)]}
        case "language":
            return {"pattern": [f"^{LANGUAGE_CODE.pattern}$", say.hint_of(field)]}
        case "web":
            return {"type": "url"}
    return {}


def _choice_of_record(field: FormField, say: FormWords) -> Widget:
    """Records of one kind are found in the form itself, so that new ones are there at once; others from a list."""
    if len(field.kinds) > 1:
        return {"widget": "select", "options_of": list(field.kinds), "multiple": field.many}
    (kind,) = field.kinds
    shown = display_of(kind, say.code)
    return {
        "widget": "relation",
        "collection": kind,
        "value_field": "{{slug}}",
        "display_fields": [shown],
        "search_fields": shown.split(" · "),
        "multiple": field.many,
    }


def _summary_of(field: FormField, code: str) -> str:
    """What a folded part of a record shows of itself."""
    first = field.parts[0]
    return f"{{{{{first.name}.{code}}}}}" if first.nature == "phrases" else f"{{{{{first.name}}}}}"


def _word(word: str, say: FormWords) -> str:
    """A word to choose, in the editor's language."""
    try:
        rights = rights_of(word)
    except LookupError:
        return say.word(word)
    name = say.label(rights.name) if rights.translated else rights.name
    return f"{name} ({word})" if rights.translated else name


def file_name_pattern() -> str:
    """What the name of a picture's file must look like."""
    return f"^{FILE_NAME.pattern}$"


def id_pattern() -> str:
    """What the id of a record must look like."""
    return f"^{ID.pattern}$"
