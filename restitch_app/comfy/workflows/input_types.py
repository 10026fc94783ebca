"""What one input of a node class takes, read from a server's `/object_info`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text

Value = str | int | float | bool
"""What a widget holds, apart from the rare lists and objects of custom packs."""

MAX_DEPTH = 12
"""Choices within choices within choices: ComfyUI's own go to 3."""


class InputKind(StrEnum):
    LINK = "link"
    """Connected, never typed in."""
    WHOLE = "whole"
    REAL = "real"
    TEXT = "text"
    SWITCH = "switch"
    CHOICE = "choice"
    DYNAMIC = "dynamic"
    """A choice that decides which further inputs there are (`COMFY_DYNAMICCOMBO_V3`)."""
    GROWING = "growing"
    """As many inputs as are needed, `values.a`, `values.b` (`COMFY_AUTOGROW_V3`)."""
    OTHER = "other"
    """A widget of the browser's own whose value is only handed on (a colour, a curve)."""


@dataclass(frozen=True, slots=True)
class InputType:
    """One input. Numbers are in the node's own unit; None, empty: the server says nothing."""

    name: str
    """As in a prompt; inputs of a dynamic choice are dotted ("format.codec")."""
    kind: InputKind
    types: tuple[str, ...] = ()
    """What may be connected ("IMAGE", "FLOAT"); "*" for anything."""
    is_required: bool = True
    is_widget: bool = False
    """Holds a value of its own and has a place in the editor's `widgets_values`."""
    default: object = None
    """As the server gave it; of a choice without one its first."""
    least: float | int | None = None
    most: float | int | None = None
    step: float | int | None = None
    choices: tuple[Value, ...] = ()
    has_open_choices: bool = False
    """The browser asks elsewhere for the choices, or none are told: `choices` is not all."""
    is_multiple: bool = False
    """A choice of several; the value is a list."""
    is_multiline: bool = False
    is_forced: bool = False
    """A widget's type that is only connected: old editors kept a value for it all the same."""
    is_hidden: bool = False
    """Accepted for old workflows' sake; the editor does not show it."""
    tooltip: str = ""
    label: str = ""
    has_control_after_generate: bool = False
    """The editor writes a word ("randomize") after its value."""
    upload: str = ""
    """ "image", "video" or "audio" for the name of an uploaded file, else empty."""
    options: Mapping[str, tuple[InputType, ...]] = field(default_factory=dict)
    """Dynamic: by choice the inputs it brings, names dotted. Growing: under "" one of them."""


def read_input(name: str, spec: object, *, is_required: bool, depth: int = 0) -> InputType | None:
    """One entry of `required` or `optional`; None if nothing can be made of it. Never raises."""
    kind_of, options = _spec_parts(spec)
    types = _types(kind_of)
    if types is None and not isinstance(kind_of, list):
        return None
    common = _Common(name, is_required, options, depth)
    if isinstance(kind_of, list):
        return _choice(common, kind_of, is_open=False)
    declared = str(kind_of)
    if declared == "COMFY_DYNAMICCOMBO_V3":
        return _dynamic(common)
    if declared == "COMFY_DYNAMICSLOT_V3":
        return _slot(common)
    if declared == "COMFY_AUTOGROW_V3":
        return _growing(common)
    if declared == "COMFY_MATCHTYPE_V3":
        allowed = _types(as_object(options.get("template")).get("allowed_types")) or ("*",)
        return _plain(common, InputKind.LINK, allowed)
    widget = as_text(options.get("widgetType")) or declared
    if widget == "COMBO":
        listed = options.get("options")
        return _choice(common, as_array(listed), is_open=not isinstance(listed, list))
    kind = _KINDS.get(widget, InputKind.LINK)
    if kind is not InputKind.LINK and options.get("forceInput") is True:
        return replace(_plain(common, InputKind.LINK, types or ()), is_forced=True)
    return _plain(common, kind, types or ())


_KINDS = {
    "INT": InputKind.WHOLE,
    "FLOAT": InputKind.REAL,
    "NUMBER": InputKind.REAL,
    "STRING": InputKind.TEXT,
    "TEXTAREA": InputKind.TEXT,
    "MARKDOWN": InputKind.TEXT,
    "BOOLEAN": InputKind.SWITCH,
    # Types that only the editor's widgets have; no node puts them out.
    "COLOR": InputKind.OTHER,
    "IMAGECOMPARE": InputKind.OTHER,
    "IMAGEUPLOAD": InputKind.OTHER,
    "FILEUPLOAD": InputKind.OTHER,
    "GALLERIA": InputKind.OTHER,
    "CHART": InputKind.OTHER,
    "TREESELECT": InputKind.OTHER,
    "PAINTER": InputKind.OTHER,
}
_UPLOADS = {
    "image_upload": "image",
    "animated_image_upload": "image",
    "video_upload": "video",
    "audio_upload": "audio",
}
_SEEDS = ("seed", "noise_seed")


@dataclass(frozen=True, slots=True)
class _Common:
    name: str
    is_required: bool
    options: JsonObject
    depth: int


def _spec_parts(spec: object) -> tuple[object, JsonObject]:
    """Type and options of `["INT", {...}]`, `["INT"]` or a bare `"INT"`."""
    if isinstance(spec, str):
        return spec, {}
    parts = as_array(spec)
    return (parts[0] if parts else None), as_object(parts[1] if len(parts) > 1 else None)


def _types(declared: object) -> tuple[str, ...] | None:
    """ "FLOAT,INT" means either; None for what is no name of a type."""
    if not isinstance(declared, str) or not declared.strip():
        return None
    return tuple(dict.fromkeys(part.strip() for part in declared.split(",") if part.strip()))


def _plain(common: _Common, kind: InputKind, types: tuple[str, ...]) -> InputType:
    options = common.options
    default = options.get("default")
    if default is None and kind in _EMPTY:
        default = _EMPTY[kind]
    return InputType(
        name=common.name,
        kind=kind,
        types=types,
        is_required=common.is_required,
        is_widget=kind is not InputKind.LINK,
        default=default,
        least=_number(options.get("min")),
        most=_number(options.get("max")),
        step=_number(options.get("step")),
        is_multiline=options.get("multiline") is True,
        is_hidden=options.get("hidden") is True,
        tooltip=as_text(options.get("tooltip")),
        label=as_text(options.get("display_name")) or as_text(options.get("label")),
        has_control_after_generate=_has_control(common.name, kind, options),
        upload=_upload(options),
    )


# What the editor's widgets start from where a node declares no default.
_EMPTY: dict[InputKind, Value] = {
    InputKind.WHOLE: 0,
    InputKind.REAL: 0,
    InputKind.TEXT: "",
    InputKind.SWITCH: False,
}


def _choice(common: _Common, raw: list[object], *, is_open: bool) -> InputType:
    options = common.options
    choices = tuple(one for one in raw if isinstance(one, str | int | float | bool))
    default = options.get("default")
    if default is None and choices:
        default = choices[0]
    plain = _plain(common, InputKind.CHOICE, ("COMBO",))
    is_multiple = options.get("multiselect") is True or "multi_select" in options
    is_forced = options.get("forceInput") is True
    return replace(
        plain,
        kind=InputKind.LINK if is_forced else InputKind.CHOICE,
        is_widget=not is_forced,
        is_forced=is_forced,
        default=default,
        choices=choices,
        has_open_choices=is_open or bool(options.get("remote") or options.get("remote_combo")),
        is_multiple=is_multiple,
    )


def _dynamic(common: _Common) -> InputType:
    found: dict[str, tuple[InputType, ...]] = {}
    for option in as_array(common.options.get("options")):
        key = as_object(option).get("key")
        if isinstance(key, str) and common.depth < MAX_DEPTH:
            inputs = read_inputs(as_object(option).get("inputs"), None, depth=common.depth + 1)
            found[key] = tuple(_dotted(common.name, one) for one in inputs)
    plain = _plain(common, InputKind.DYNAMIC, ("COMBO",))
    default = plain.default if plain.default is not None else next(iter(found), None)
    return replace(plain, default=default, choices=tuple(found), options=found)


def _slot(common: _Common) -> InputType:
    types = _types(common.options.get("slotType")) or ("*",)
    plain = _plain(common, InputKind.LINK, types)
    if common.depth >= MAX_DEPTH:
        return plain
    inputs = read_inputs(common.options.get("inputs"), None, depth=common.depth + 1)
    return replace(plain, options={"": tuple(_dotted(common.name, one) for one in inputs)})


def _growing(common: _Common) -> InputType:
    template = as_object(common.options.get("template"))
    element: tuple[InputType, ...] = ()
    if common.depth < MAX_DEPTH:
        element = tuple(read_inputs(template.get("input"), None, depth=common.depth + 1))
    names = tuple(one for one in as_array(template.get("names")) if isinstance(one, str))
    plain = _plain(common, InputKind.GROWING, element[0].types if element else ("*",))
    return replace(
        plain,
        is_widget=False,
        least=_number(template.get("min")),
        most=_number(template.get("max")) or len(names) or None,
        choices=names,
        options={"": element},
    )


def read_inputs(raw: object, order: object, *, depth: int = 0) -> Iterator[InputType]:
    """All inputs of `{"required": {...}, "optional": {...}}`, in the order of `input_order`.

    Inputs that the order leaves out come last within their part; each name once.
    """
    seen: set[str] = set()
    for part in ("required", "optional"):
        specs = as_object(as_object(raw).get(part))
        named = [name for name in as_array(as_object(order).get(part)) if isinstance(name, str)]
        for name in (*named, *specs):
            if name in specs and name not in seen:
                seen.add(name)
                one = read_input(name, specs[name], is_required=part == "required", depth=depth)
                if one is not None:
                    yield one


def _dotted(parent: str, one: InputType) -> InputType:
    options = {
        key: tuple(_dotted(parent, inner) for inner in inner_inputs)
        for key, inner_inputs in one.options.items()
        if one.kind is not InputKind.GROWING
    }
    return replace(one, name=f"{parent}.{one.name}", options=options or one.options)


def _has_control(name: str, kind: InputKind, options: JsonObject) -> bool:
    declared = options.get("control_after_generate")
    if isinstance(declared, bool):
        return declared
    if isinstance(declared, str) and declared:  # newer nodes name the mode to start with
        return True
    return kind is InputKind.WHOLE and name in _SEEDS


def _upload(options: JsonObject) -> str:
    for key, word in _UPLOADS.items():
        if options.get(key) is True:
            return word
    return ""


def _number(value: object) -> float | int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return None if isinstance(value, float) and math.isnan(value) else value
