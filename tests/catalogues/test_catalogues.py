"""The texts of the sources, and the catalogues made of them."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.catalogues import keeping as catalogues
from tests.catalogues import ts_files
from tests.catalogues.collecting import built, collected

SOURCE = '''
"""A docstring, which nobody is shown."""
KEYS = {"Content-Type": "application/json", "told": "Nothing was sent"}

def say(log, count, name, why):
    log.info("written to the %s log", name)
    if name == "Not shown either":
        raise ValueError("a fault of our own")
    first = f"{count:.2f} frame{'' if count == 1 else 's'} of {name.title} are gone"
    return tr("Segment {number} is stale", number=count) + first, f"Stale: {why}. {first}"
'''


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "program" / "ui").mkdir(parents=True)
    (tmp_path / "program" / "ui" / "panel.py").write_text(SOURCE)
    return tmp_path / "program"


@pytest.fixture
def folder(program: Path, tmp_path: Path) -> Path:
    catalogues.update(program, tmp_path / "languages")
    return tmp_path / "languages"


def test_the_catalogues_agree_with_the_sources() -> None:
    assert catalogues.check(catalogues.PROGRAM, catalogues.FOLDER) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_left_in_english(language: str) -> None:
    messages = ts_files.read(catalogues.FOLDER / f"restitch_{language}.ts")
    assert [text for text, translation in messages.items() if not translation] == []


def test_texts_that_a_person_sees_are_found(program: Path) -> None:
    found = {text for text, files in collected(program).places.items() if "ui/panel.py" in files}
    assert found == {
        "Nothing was sent",
        "{count} frame of {a} are gone",
        "{count} frames of {a} are gone",
        "Segment {number} is stale",
        "Stale: {why}. {first}",
    }


def test_a_glued_text_is_one_template() -> None:
    glued = ast.parse("""'Seen ' + name + ' as ' + ("smooth" if good else "a jump")""")
    statement = glued.body[0]
    assert isinstance(statement, ast.Expr)
    assert built(statement.value) == ["Seen {name} as smooth", "Seen {name} as a jump"]


def test_translations_are_merged_and_kept(program: Path, folder: Path, tmp_path: Path) -> None:
    given = {"Segment {number} is stale": "Segment {number} ist veraltet", "Nothing was sent": ""}
    assert catalogues.merge(program, folder, "de", given) == []
    catalogues.update(program, folder)
    assert ts_files.read(folder / "restitch_de.ts")["Segment {number} is stale"] == (
        "Segment {number} ist veraltet"
    )
    left = catalogues.untranslated(program, folder, "de", ("ui/panel",))
    assert "Nothing was sent" in left
    assert "Segment {number} is stale" not in left
    assert catalogues.check(program, folder) == []


def test_a_renamed_place_keeps_its_translation(program: Path, folder: Path) -> None:
    catalogues.merge(program, folder, "de", {"Stale: {why}. {first}": "{first} Veraltet: {why}"})
    file = program / "ui" / "panel.py"
    file.write_text(file.read_text().replace("why", "reason"))
    catalogues.update(program, folder)
    messages = ts_files.read(folder / "restitch_de.ts")
    assert messages["Stale: {reason}. {first}"] == "{first} Veraltet: {reason}"
    assert "Stale: {why}. {first}" not in messages


def test_what_does_not_fit_is_refused(program: Path, folder: Path) -> None:
    refused = catalogues.merge(
        program,
        folder,
        "zh",
        {"Segment {number} is stale": "片段 {nummer} 已过期", "Never said": "从未说过"},
    )
    assert len(refused) == 2
    assert not any(ts_files.read(folder / "restitch_zh.ts").values())


def test_a_changed_source_is_noticed(program: Path, folder: Path) -> None:
    file = program / "ui" / "panel.py"
    file.write_text(file.read_text().replace("Nothing was sent", "Nothing was kept"))
    problems = catalogues.check(program, folder)
    assert any("Nothing was kept" in one for one in problems)
    templates = folder / "templates.json"
    templates.write_text(json.dumps([]))
    assert any("templates.json" in one for one in catalogues.check(program, folder))
