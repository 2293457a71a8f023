"""Compiles the words of one language: reads every file, refuses what is wrong, writes one form.

It is used when a package is built, when words are checked, and in a checkout whose words have
changed; an installed program has the compiled form only, and needs none of this.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from decision_aid.content.compiled import CompiledWords
from decision_aid.content.compiling.markdown import read_sections
from decision_aid.content.compiling.models import (
    LABELS,
    NUMBERS,
    REVIEW,
    SOURCES,
    TABLES,
    TOPIC_HEAD,
)
from decision_aid.content.entries import Paragraph
from decision_aid.content.lookup import TOPICS
from decision_aid.content.resources import ContentError

Place = tuple[str | int, ...]
"""The keys that lead to a value of a TOML file."""

_SAID: Final = {
    "missing": "this field is missing",
    "string_type": "this has to be text",
    "list_type": "this has to be a list",
    "dict_type": "this has to be a table",
    "model_type": "this has to be a table",
    "date_type": "this has to be a date, like 2026-11-24",
    "float_type": "this has to be a number",
    "int_type": "this has to be a whole number",
    "literal_error": "this has to be {expected}",
    "greater_than_equal": "this has to be {ge} or more",
    "less_than_equal": "this has to be {le} or less",
    "string_pattern_mismatch": "this does not have the form {pattern}",
    "string_too_short": "there have to be {min_length} letters or more",
    "too_short": "there have to be {min_length} or more",
}
"""What a person is told in place of the library's own sentence."""

_TABLE: Final = re.compile(r"\s*\[(?P<keys>[^\[\]]+)\]")
_FIELD: Final = re.compile(r"\s*(?P<keys>[\w-]+|\"[^\"]*\"|'[^']*')\s*=")
_KEY: Final = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


_FENCE: Final = "+++"
_LINE: Final = re.compile(r"at line (\d+)")


class Compilation(NamedTuple):
    """What came of the files.

    Attributes:
        words: the compiled words, of use only where there is no problem.
        problems: everything that is wrong, file by file.
    """

    words: CompiledWords
    problems: tuple[ContentError, ...]


def compile_words(resources: Path, language: str, today: dt.date | None = None) -> CompiledWords:
    """Return the compiled words of a language.

    Args:
        resources: the folder of all words.
        language: its code, which is the name of its folder.
        today: the day on which no words may have expired and after which no date may lie;
            without it dates are not held to any day.

    Raises:
        ContentError: for the first thing that is wrong.
    """
    words, problems = compile_all(resources, language, today)
    if problems:
        raise problems[0]
    return words


def compile_all(resources: Path, language: str, today: dt.date | None = None) -> Compilation:
    """Compile what ``compile_words`` does, and tell everything that is wrong."""
    compiler = _Compiler(resources, resources / language, today)
    compiler.go_through()
    parts = {name: to_json(part) for name, part in compiler.parts.items()}
    return Compilation(CompiledWords(parts), tuple(compiler.problems))


class _Compiler:
    """Goes through the files of one language and keeps what they hold and what is wrong."""

    def __init__(self, resources: Path, folder: Path, today: dt.date | None) -> None:
        self._resources, self._folder = resources, folder
        self._context = {"today": today}
        self.parts: dict[str, Any] = {}
        self.problems: list[ContentError] = []

    def go_through(self) -> None:
        self._labels()
        for name, adapter in TABLES.items():
            self.parts[name] = self._toml(self._folder / f"{name}.toml", adapter)
        self.parts["sources"] = self._toml(self._resources / "sources.toml", SOURCES)
        self.parts["numbers"] = self._toml(self._resources / "numbers.toml", NUMBERS)
        self._everyday_words()
        reviews = sorted((self._folder / "reviews").glob("*.toml"))
        self.parts["reviews"] = {path.name: self._toml(path, REVIEW) for path in reviews}
        topics = self._folder / "topics"
        for path in sorted(topics.rglob("*.md")):
            self._topic(path, path.relative_to(topics).with_suffix("").as_posix())

    def _labels(self) -> None:
        texts: dict[str, dict[str, str]] = {}
        sentences: dict[str, Paragraph] = {}
        for path in sorted((self._folder / "labels").glob("*.toml")):
            for group, told in (self._toml(path, LABELS) or {}).items():
                if group in texts:
                    line = line_of(self._text(path) or "", (group,)) or 0
                    self._wrong(path, f"[{group}] stands in another file too", line + 1)
                texts[group] = {k: t if isinstance(t, str) else t.text for k, t in told.items()}
                sentences |= {
                    f"{group}.{key}": text
                    for key, text in told.items()
                    if isinstance(text, Paragraph)
                }
        self.parts |= {"labels": texts, "sentences": sentences}

    def _everyday_words(self) -> None:
        lines = (self._text(self._folder / "everyday_words.txt") or "").splitlines()
        words = [line.strip() for line in lines if line and not line.startswith("#")]
        self.parts["everyday_words"] = words

    def _topic(self, path: Path, topic_id: str) -> None:
        text = self._text(path)
        if text is None:
            return
        start, _, rest = text.partition(f"{_FENCE}\n")
        head, fence, body = rest.partition(f"\n{_FENCE}\n")
        if start or not fence:
            self._wrong(path, f"a topic starts with its front matter between {_FENCE}", 1)
            return
        front = self._valid(path, head, TOPIC_HEAD, 2, "front matter")
        # The two fences are lines, too.
        read = read_sections(body, named(path, self._resources), head.count("\n") + 4)
        self.problems += read.problems
        self.parts[TOPICS + topic_id] = {
            "head": front,
            "sections": read.blocks,
            "headings": read.headings,
        }

    def _toml(self, path: Path, adapter: TypeAdapter[Any]) -> Any:  # noqa: ANN401 - as it says
        text = self._text(path)
        return None if text is None else self._valid(path, text, adapter)

    def _valid(
        self, path: Path, text: str, adapter: TypeAdapter[Any], first_line: int = 1, under: str = ""
    ) -> Any:  # noqa: ANN401 - what the adapter makes of it
        """Return what TOML holds, or nothing and keep what is wrong with it."""
        file = named(path, self._resources)
        try:
            return adapter.validate_python(tomllib.loads(text), context=self._context)
        except tomllib.TOMLDecodeError as error:
            line = _LINE.search(str(error))
            self._wrong(path, str(error), first_line + int(line[1]) - 1 if line else first_line)
        except ValidationError as error:
            self.problems += problems_of(error, file, text, first_line=first_line, under=under)
        return None

    def _text(self, path: Path) -> str | None:
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self._wrong(path, "this file is missing")
        except UnicodeDecodeError as error:
            self._wrong(path, str(error))
        return None

    def _wrong(self, path: Path, problem: str, line: int | None = None) -> None:
        self.problems.append(ContentError(named(path, self._resources), problem, line))


def named(path: Path, resources: Path) -> str:
    """Return how a file is called in a message."""
    return path.relative_to(resources.parent).as_posix()


def problems_of(
    error: ValidationError, file: str, text: str, *, first_line: int = 1, under: str = ""
) -> Iterator[ContentError]:
    """Yield each problem of a file that its model found.

    Args:
        error: what the model raised.
        file: the name of the file.
        text: the TOML that it held.
        first_line: the line of the file on which that begins.
        under: what the TOML is called where it is only a part of the file.
    """
    for one in error.errors(include_url=False):
        place, kind = one["loc"], one["type"]
        if kind == "extra_forbidden":
            problem = "there is no such field"
        else:
            problem = _SAID.get(kind, one["msg"]).format(**one.get("ctx", {}))
        line = line_of(text, place)
        yield ContentError(
            file,
            ": ".join((*_called(place, under), problem)),
            first_line if line is None else first_line + line,
        )


def line_of(text: str, place: Place) -> int | None:
    """Return the line of TOML, from 0, on which a value stands, or the nearest key above it."""
    wanted = [str(key) for key in place]
    table: list[str] = []
    nearest, line = 0, None
    for number, row in enumerate(text.splitlines()):
        if heading := _TABLE.match(row):
            here = table = _keys(heading["keys"])
        elif field := _FIELD.match(row):
            here = [*table, *_keys(field["keys"])]
        else:
            continue
        if nearest < len(here) and here == wanted[: len(here)]:
            nearest, line = len(here), number
    return line


def _keys(text: str) -> list[str]:
    return ["".join(parts) for parts in _KEY.findall(text)]


def _called(place: Place, under: str) -> Iterable[str]:
    keys = [str(key) for key in place if key != "[key]"]
    first, rest = (under, keys) if under else ("".join(keys[:1]), keys[1:])
    return [name for name in (first, ".".join(rest)) if name]
