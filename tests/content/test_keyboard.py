"""The keys of each language: complete, each once, each with a name that can be said."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from decision_aid.content import ContentError, keyboard_layout, languages
from decision_aid.content.compiling import compile_words
from decision_aid.content.entries import MOST_IN_A_ROW
from tests.content.sound import copied


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
        ("", "plain: this field is missing"),
        ("plain = []\nshifted = []", "plain: there have to be 1"),
        ('plain = ["abcdefghijk"]\nshifted = ["ABCDEFGHIJK"]', "10 keys"),
        ('plain = ["ab"]\nshifted = ["AB", "C"]', "same rows"),
        ('plain = ["aa"]\nshifted = ["AB"]', "more than one key for a"),
        ('plain = ["a,"]\nshifted = ["AB"]', "none for ,"),
        ('plain = ["ab"]\nshifted = ["AB"]\nmore = ["c"]', "more: there is no such field"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, text: str, problem: str) -> None:
    resources = copied(tmp_path)
    (resources / "en" / "keyboard.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=problem) as refused:
        compile_words(resources, "en")
    assert refused.value.file == "resources/en/keyboard.toml"
    assert refused.value.line
