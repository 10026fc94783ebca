"""The API's description as one page that loads nothing: it reads the same without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

Schema = Mapping[str, Any]
"""A part of an OpenAPI document, which this program made itself."""

PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}

STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;"
    "color:#222;background:#fff}code,pre{font:13px/1.4 ui-monospace,monospace;background:#f3f3f3;"
    "padding:.1em .3em}pre{padding:.6em;overflow:auto}h2{margin-top:2em;border-top:1px solid #ccc;"
    "padding-top:.8em;font-size:1.1em}td{padding:.15em 1em .15em 0;vertical-align:top}"
)


def docs_page(openapi: Schema) -> str:
    """HTML with every route, what it takes and what it answers."""
    routes = [
        _route(method, path, operation, openapi)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    info = openapi["info"]
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(info['title'])} API"
        f"</title><style>{STYLE}</style><h1>{escape(info['title'])} API</h1>"
        f"<p>{escape(info['description'])}</p>"
        '<p>For programs: <a href="/openapi.json">openapi.json</a></p>'
        f"{''.join(routes)}</html>"
    )


def _route(method: str, path: str, operation: Schema, openapi: Schema) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    parts = [
        f"<h2><code>{method.upper()} {escape(path)}</code> {escape(operation['summary'])}</h2>",
        f"<p>{escape(operation.get('description', ''))}</p>",
        _table("Parameters", [_parameter(one) for one in operation.get("parameters", ())]),
        _fields("Body", _resolved(body.get("schema", {}), openapi), openapi),
    ]
    for status, answer in operation["responses"].items():
        content = answer.get("content", {}).get("application/json", {})
        if status.startswith("2"):
            schema = _resolved(content.get("schema", {}), openapi)
            parts.append(_fields(f"Answer {status}", schema, openapi))
    refusals = [
        (status, answer["description"])
        for status, answer in operation["responses"].items()
        if not status.startswith("2")
    ]
    parts.append(_table("Refusals", refusals))
    return "".join(parts)


def _parameter(parameter: Schema) -> tuple[str, str]:
    where = f"{parameter['name']} ({parameter['in']})"
    return where, parameter.get("description", "")


def _fields(title: str, schema: Schema, openapi: Schema) -> str:
    rows = [
        (name, _kind(field, openapi), field.get("description", ""))
        for name, field in schema.get("properties", {}).items()
    ]
    examples = "".join(
        f"<pre>{escape(json.dumps(example, ensure_ascii=False))}</pre>"
        for example in schema.get("examples", ())
    )
    return _table(title, rows) + examples


def _kind(field: Schema, openapi: Schema) -> str:
    if "anyOf" in field:
        return " | ".join(dict.fromkeys(_kind(one, openapi) for one in field["anyOf"]))
    if "$ref" in field:
        named = _resolved(field, openapi)
        return _kind(named, openapi) if "enum" in named else field["$ref"].rpartition("/")[2]
    if "enum" in field:
        return " | ".join(json.dumps(value) for value in field["enum"])
    if field.get("type") == "array" and "items" in field:
        return f"[{_kind(field['items'], openapi)}]"
    return str(field.get("type", "any"))


def _resolved(schema: Schema, openapi: Schema) -> Schema:
    """The schema itself, where it is only named here (or is the named one, or null)."""
    for option in schema.get("anyOf", ()):
        if "$ref" in option:
            schema = option
    if "$ref" not in schema:
        return schema
    found: Schema = openapi["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return found


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    lines = "".join(
        f"<tr><td><code>{escape(first)}</code></td>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return f"<h3>{escape(title)}</h3><table>{lines}</table>"
