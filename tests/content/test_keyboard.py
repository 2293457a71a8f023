"""The keys of each language: complete, each once, each with a name that can be said."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from decision_aid.content import keyboard, languages
from decision_aid.content.errors import ContentError
from decision_aid.content.keyboard import MOST_IN_A_ROW, keyboard_layout


@pytest.mark.parametrize("language", languages())
def test_every_language_has_keys_for_what_people_ask(language: str) -> None:
    layout = keyboard_layout(language)
    keys = set("".join((*layout.plain, *layout.shifted)))
    assert keys >= set(string.ascii_letters + string.digits + ".,?!'-")
    assert max(map(len, layout.plain)) <= MOST_IN_A_ROW


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('plain = ["ab"]\nshifted = ["A"]', "same rows"),
        ("", "same rows"),
        ('plain = ["abcdefghijk"]\nshifted = ["ABCDEFGHIJK"]', "10 keys"),
        ('plain = ["ab"]\nshifted = ["AB", "C"]', "same rows"),
        ('plain = ["aa"]\nshifted = ["AB"]', "more than one key for a"),
        ('plain = ["a,"]\nshifted = ["AB"]', "none for ,"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, problem: str
) -> None:
    folder = tmp_path / "resources"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "keyboard.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(keyboard, "resources_folder", lambda: folder)
    with pytest.raises(ContentError, match=problem):
        keyboard_layout("en")
