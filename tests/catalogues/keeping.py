"""Catalogues of the window's texts: read from the sources, kept, filled, compiled, checked.

python -m tests.catalogues                              bring all up to date (make catalogues)
python -m tests.catalogues --check                      do sources and catalogues agree?
python -m tests.catalogues --untranslated de --room ui/jobs > jobs_de.json
python -m tests.catalogues --merge de jobs_de.json      {"English": "deutsch", ...}
python -m tests.catalogues --summary                    how much is translated, by folder
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from filelock import FileLock
from PySide6.QtCore import QTranslator

from tests.catalogues import ts_files
from tests.catalogues.collecting import Texts, collected

PROGRAM = Path(__file__).parents[2] / "restitch_app"
FOLDER = PROGRAM / "resources" / "languages"
LANGUAGES = ("de", "zh")
RUN = "run `make catalogues`"


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    if asked.check:
        problems = check(PROGRAM, FOLDER)
        print(*problems, sep="\n") if problems else print("Sources and catalogues agree.")
        return 1 if problems else 0
    if asked.summary:
        print(summary(PROGRAM, FOLDER))
    elif asked.untranslated:
        left = untranslated(PROGRAM, FOLDER, asked.untranslated, tuple(asked.room or ()))
        print(json.dumps(dict.fromkeys(left, ""), ensure_ascii=False, indent=0))
    elif asked.merge:
        language, file = asked.merge
        refused = merge(PROGRAM, FOLDER, language, json.loads(Path(file).read_text("utf-8")))
        print(*refused, sep="\n")
        return 1 if refused else 0
    else:
        update(PROGRAM, FOLDER)
    return 0


def update(program: Path, folder: Path, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Bring .ts, .qm and the templates up to date with the sources."""
    with _lock(folder):
        texts = collected(program)
        for language in languages:
            file = _file(folder, language)
            _keep(file, language, ts_files.updated(ts_files.read(file), texts.places))
        _write_templates(folder, texts)


def merge(program: Path, folder: Path, language: str, given: dict[str, str]) -> list[str]:
    """Add translations; returns a sentence for each that was refused. Empty ones are passed over.

    Several people may merge at the same time.
    """
    refused = []
    with _lock(folder):
        texts = collected(program)
        file = _file(folder, language)
        messages = ts_files.updated(ts_files.read(file), texts.places)
        for source, translation in given.items():
            if not translation:
                continue
            if source not in messages:
                refused.append(f"{source!r} is no text of the sources (any more)")
                continue
            is_template = source in texts.templates
            if why := ts_files.misfit(source, translation, is_template=is_template):
                refused.append(f"{source!r}: {why}: {translation!r}")
            else:
                messages[source] = translation
        _keep(file, language, messages)
        _write_templates(folder, texts)
    return refused


def untranslated(
    program: Path, folder: Path, language: str, rooms: tuple[str, ...] = ()
) -> list[str]:
    """What has no translation yet, of these folders or files of the program ("ui/jobs")."""
    done = ts_files.read(_file(folder, language))
    return [
        text
        for text, files in collected(program).places.items()
        if not done.get(text) and (not rooms or any(one.startswith(tuple(rooms)) for one in files))
    ]


def check(program: Path, folder: Path) -> list[str]:
    """What of the sources and the catalogues does not agree, in sentences."""
    texts = collected(program)
    problems = []
    if json.loads((folder / "templates.json").read_text("utf-8")) != texts.recognised():
        problems.append(f"templates.json is not of these sources: {RUN}")
    for language in LANGUAGES:
        messages = ts_files.read(_file(folder, language))
        for text in {*messages} ^ {*texts.places}:
            where = "sources" if text in messages else "catalogue"
            problems.append(f"{language}: {text!r} is not in the {where}: {RUN}")
        compiled = QTranslator()
        compiled.load(str(_file(folder, language).with_suffix(".qm")))
        for text, translation in messages.items():
            if (compiled.translate(ts_files.CONTEXT, text) or "") != translation:
                problems.append(f"{language}: {text!r} is compiled otherwise: {RUN}")
            is_template = text in texts.templates
            why = ts_files.misfit(text, translation, is_template=is_template)
            if translation and why:
                problems.append(f"{language}: {text!r}: {why}: {translation!r}")
    return problems


def summary(program: Path, folder: Path) -> str:
    """A line a folder: how many texts, and how many of them each language has."""
    texts = collected(program)
    done = {one: ts_files.read(_file(folder, one)) for one in LANGUAGES}
    counts: Counter[tuple[str, str]] = Counter()
    for text, files in texts.places.items():
        room = "/".join(Path(files[0]).parts[:2])
        for row in (room, "all"):
            counts[row, "texts"] += 1
            counts.update((row, one) for one in LANGUAGES if done[one].get(text))
    rows = sorted({row for row, _ in counts})
    columns = ("texts", *LANGUAGES)
    return "\n".join(
        f"{row:40}" + "".join(f"{column:>7} {counts[row, column]:5}" for column in columns)
        for row in rows
    )


def _keep(file: Path, language: str, messages: dict[str, str]) -> None:
    ts_files.write(file, language, messages)
    ts_files.compile_catalogue(file)


def _write_templates(folder: Path, texts: Texts) -> None:
    lines = json.dumps(texts.recognised(), ensure_ascii=False, indent=0)
    half = folder / "templates.json.new"
    half.write_text(f"{lines}\n", "utf-8", newline="\n")
    half.replace(folder / "templates.json")


def _file(folder: Path, language: str) -> Path:
    return folder / f"restitch_{language}.ts"


def _lock(folder: Path) -> FileLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / ".catalogues.lock")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="catalogues", description="The window's texts.")
    parser.add_argument("--check", action="store_true", help="do sources and catalogues agree?")
    parser.add_argument("--summary", action="store_true", help="how much is translated")
    parser.add_argument("--untranslated", choices=LANGUAGES, metavar="LANGUAGE")
    parser.add_argument("--room", action="append", help="a folder or file in restitch_app")
    parser.add_argument("--merge", nargs=2, metavar=("LANGUAGE", "FILE"))
    return parser
