"""JSON Schema of the records that mappings of YAML are read into."""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]
NOTHING: Mapping[str, Any] = {}

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version that every editor knows."""

TEXT: Schema = {"type": "string", "minLength": 1}
DAY: Schema = {"type": "string", "format": "date"}
SCALARS: Mapping[Any, Schema] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: DAY,
}


def schema_of(
    record: type,
    *,
    forms: Mapping[str, Schema] = NOTHING,
    names: Mapping[str, str] = NOTHING,
    without: frozenset[str] = frozenset(),
) -> Schema:
    """What a mapping looks like that is read into a frozen dataclass or a named tuple.

    Its keys are the fields but those in `without`, and what else is in `forms`: that says how
    values are written whose notation the type of the field does not tell. `names` holds the keys
    that are not called as their fields. The text below a field describes it. A field without a
    default is required. One that may be None may be left out, but never be empty.
    """
    hints = get_type_hints(record)
    said = docstrings_of(record)
    fields = {
        name: field
        for name, field in inspect.signature(record).parameters.items()
        if name not in without
    }
    properties = {
        names.get(name, name): _described(
            forms[name] if name in forms else _schema_of(hints[name]), said.get(name)
        )
        for name in fields
    }
    properties |= {name: form for name, form in forms.items() if name not in fields}
    required = [
        names.get(name, name)
        for name, field in fields.items()
        if field.default is inspect.Parameter.empty
    ]
    return {
        "type": "object",
        "description": (inspect.getdoc(record) or "").split("\n")[0],
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _schema_of(hint: Any) -> Schema:
    """What a value of a type looks like."""
    origin, args = get_origin(hint), get_args(hint)
    if hint in SCALARS:
        return SCALARS[hint]
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple and args[1:] == (...,):
        return {"type": "array", "items": _schema_of(args[0])}
    if origin in (Union, UnionType):
        present = [_schema_of(arg) for arg in args if arg is not NoneType]
        return present[0] if len(present) == 1 else {"anyOf": present}
    if inspect.isclass(hint) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if hasattr(hint, "WANTED"):
        return {"type": ["string", "number"], "title": hint.WANTED}
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return schema_of(hint)
    raise TypeError(f"there is no schema for values of the type {hint}")


def _described(schema: Schema, text: str | None) -> Schema:
    return {**schema, "description": text} if text else schema


def docstrings_of(record: type) -> dict[str, str]:
    """The text below each field of a class that has one, on one line."""
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    return {
        field.target.id: " ".join(below.value.value.split())
        for field, below in pairwise(getattr(definition, "body", ()))
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
