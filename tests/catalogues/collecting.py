"""Reads the texts that a person may see from the sources, by their syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from keyword import iskeyword
from pathlib import Path

from restitch_app.ui.language.templates import is_recognisable, taken_apart
from tests.catalogues.text_rules import (
    ACTION_CALLS,
    IN_A_MENU,
    LEFT_OUT_FILES,
    MORE,
    NOT_SHOWN_CALLS,
    ROOMS,
    SHOWN_CALLS,
    is_text,
)

MOST_ALTERNATIVES = 8
"""An f-string with more conditional parts than that should be written otherwise."""
PLACE = re.compile(r"\{\w+\}")
_VERBS = """
    self text str round len int float dict get join strip rstrip lstrip lower upper title abs max
    min sorted list next verb repr orig_text
"""
NO_NAMES = frozenset(_VERBS.split())
"""They say what is done, not what fills the place."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Texts:
    """What was found: each text with the files it is in, relative to the program's folder."""

    places: dict[str, list[str]] = field(default_factory=dict)
    templates: set[str] = field(default_factory=set)
    """Those of `places` whose braces are places."""

    def note(self, text: str, file: str, *, is_template: bool) -> None:
        files = self.places.setdefault(text, [])
        if file not in files:
            files.append(file)
        if is_template:
            self.templates.add(text)

    def recognised(self) -> list[str]:
        """The templates that sentences are recognised by."""
        return sorted(text for text in self.templates if is_recognisable(text))


def collected(program: Path) -> Texts:
    """`program`: the folder `restitch_app`. SyntaxError where a source cannot be read."""
    found = Texts()
    for room in ROOMS:
        for file in sorted((program / room).rglob("*.py")):
            name = file.relative_to(program).as_posix()
            if not name.startswith(LEFT_OUT_FILES):
                _Reader(found, name, room).visit(ast.parse(file.read_text("utf-8"), name))
    for text in MORE:
        found.note(text, "domain/", is_template=False)
    return found


class _Reader(ast.NodeVisitor):
    def __init__(self, found: Texts, file: str, room: str) -> None:
        self._found, self._file, self._room = found, file, room

    # what is never read

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else a docstring
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None: ...

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        if not isinstance(node.slice, ast.Constant) and not _is_annotation(node):
            self.visit(node.slice)

    def visit_Compare(self, node: ast.Compare) -> None:
        for side in (node.left, *node.comparators):
            if not isinstance(side, ast.Constant | ast.Tuple | ast.Set | ast.List):
                self.visit(side)

    def visit_arg(self, node: ast.arg) -> None: ...

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and not _is_internal(node.target):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(_is_internal(target) for target in node.targets):
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults):
            if part is not None:
                self.visit(part)
        for statement in node.body:
            self.visit(statement)

    # what is

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        if name in SHOWN_CALLS:
            texts = node.args[:2] if name == "tr_n" else node.args[:1]
            has_places = bool(node.keywords) or name in ("tr_n", "mark")
            for text in texts:
                self._note_shown(text, has_places)
        elif name == "counted":
            self._note_counted(node)
        if name in ACTION_CALLS:  # the second text is their keys
            for part in (*node.args[1:2], *node.args[3:]):
                self.visit(part)
            return
        if name in NOT_SHOWN_CALLS:
            for part in (node.func, *node.args, *(one.value for one in node.keywords)):
                if not isinstance(part, ast.Constant | ast.JoinedStr | ast.BinOp):
                    self.visit(part)
            return
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)
        for key in node.keys:
            if key is not None and not isinstance(key, ast.Constant):
                self.visit(key)

    def visit_Constant(self, node: ast.Constant) -> None:
        if not isinstance(node.value, str):
            return
        if submenu := IN_A_MENU.fullmatch(node.value):
            self._note(submenu[2], is_template=False)
        elif is_text(node.value, self._room):
            self._note(node.value, is_template=False)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._note_glued(node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue) and not alternatives(part.value):
                self.visit(part.value)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Add) and (_is_string(node.left) or _is_string(node.right)):
            self._note_glued(node)
            for part in _glued(node):
                if not isinstance(part, ast.Constant | ast.JoinedStr):
                    self.visit(part)
                elif isinstance(part, ast.JoinedStr):
                    self.visit_JoinedStr(part)
            return
        self.generic_visit(node)

    def _note_shown(self, node: ast.expr, has_places: bool) -> None:
        for one in _branches(node):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                is_template = has_places and bool(PLACE.search(one.value))
                self._note(one.value, is_template=is_template)

    def _note_counted(self, node: ast.Call) -> None:
        words = [word.value for word in node.args[1:] if isinstance(word, ast.Constant)]
        if words:
            one = str(words[0])
            for word in (one, str(words[1]) if len(words) > 1 else f"{one}s"):
                self._note(f"{{count}} {word}", is_template=True)

    def _note_glued(self, node: ast.expr) -> None:
        if any(_is_shown(part) for part in _parts(node)):
            return  # it is English no more
        for text in built(node):
            if is_text(text, self._room):
                has_places = bool(PLACE.search(text))
                self._note(text if has_places else _unescaped(text), is_template=has_places)

    def _note(self, text: str, *, is_template: bool) -> None:
        if is_template:
            taken_apart(text)  # refuses what cannot be filled
        self._found.note(text, self._file, is_template=is_template)


def called(node: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def built(node: ast.expr) -> list[str]:
    """The templates that a glued text can come to, one for each choice of its conditional parts."""
    parts: list[list[str | ast.expr]] = []
    for part in _glued(node):
        if isinstance(part, ast.JoinedStr):
            parts += [_choices(one) for one in part.values]
        else:
            parts.append(_choices(part))
    every = list(product(*parts))
    if len(every) > MOST_ALTERNATIVES:
        every = every[:: len(every) - 1]
    return [_template(one) for one in every]


def place_name(node: ast.expr, taken: dict[str, str]) -> str:
    """A name for what fills a place: the variable's own, else a letter. `taken`: name to source."""
    source = ast.unparse(node)
    plain = node.func if isinstance(node, ast.Call) and len(node.args) == 1 else node
    name = ""
    if isinstance(plain, ast.Name):
        name = plain.id
    elif isinstance(plain, ast.Attribute):
        name = plain.attr
    name = name.strip("_").lower()
    if len(name) < 2 or name in NO_NAMES or iskeyword(name):
        name = next(one for one in LETTERS if one not in taken)
    if taken.get(name, source) != source:
        name = next(
            f"{name}_{number}" for number in range(2, 99) if f"{name}_{number}" not in taken
        )
    taken[name] = source
    return name


def alternatives(node: ast.expr) -> list[str]:
    """The strings that a conditional expression chooses from; empty for anything else."""
    if not isinstance(node, ast.IfExp):
        return []
    chosen = []
    for side in _branches(node):
        if not (isinstance(side, ast.Constant) and isinstance(side.value, str)):
            return []
        chosen.append(side.value)
    return chosen


def _choices(part: ast.expr) -> list[str | ast.expr]:
    if isinstance(part, ast.FormattedValue):
        return [*map(_escaped, alternatives(part.value))] or [part.value]
    if isinstance(part, ast.Constant):
        return [_escaped(str(part.value))]
    return [*map(_escaped, alternatives(part))] or [part]


def _template(parts: tuple[str | ast.expr, ...]) -> str:
    taken: dict[str, str] = {}
    return "".join(
        part if isinstance(part, str) else f"{{{place_name(part, taken)}}}" for part in parts
    )


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _unescaped(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")


def _glued(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _glued(node.left)
        yield from _glued(node.right)
    else:
        yield node


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    for part in _glued(node):
        yield from part.values if isinstance(part, ast.JoinedStr) else [part]


def _is_shown(part: ast.expr) -> bool:
    inner = part.value if isinstance(part, ast.FormattedValue) else part
    return isinstance(inner, ast.Call) and called(inner) in SHOWN_CALLS


def _is_string(node: ast.expr) -> bool:
    return any(
        isinstance(one, ast.JoinedStr)
        or (isinstance(one, ast.Constant) and isinstance(one.value, str))
        for one in _glued(node)
    )


def _is_annotation(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("Literal", "Annotated", "list")


def _is_internal(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id in ("__all__", "__slots__")
