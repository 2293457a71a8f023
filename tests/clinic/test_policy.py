"""The policy of a clinic: used as a whole or not at all, with words that say what to put right."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from decision_aid.clinic.policy import (
    OPTIONAL_PAGES,
    SAFE_DEFAULTS,
    ClinicPolicy,
    LoadedPolicy,
    Phone,
    load_policy,
)
from decision_aid.content import load_labels, resources_folder
from decision_aid.domain.steps import Step

EXAMPLE = resources_folder() / "policy" / "example.toml"
LABELS = load_labels()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def loaded(file: Path, text: str) -> LoadedPolicy:
    file.write_text(text, encoding="utf-8")
    return load_policy(file)


def test_the_example_is_valid_and_explains_every_field() -> None:
    policy, problems, source = load_policy(EXAMPLE)
    assert (problems, source) == ((), EXAMPLE)
    text = EXAMPLE.read_text(encoding="utf-8")
    for field in (*ClinicPolicy.model_fields, "label", "number", "name", "about", "place"):
        assert re.search(rf"^(# )?({field} =|\[\[{field}\]\])", text, re.MULTILINE), field
    assert policy.clinic_name
    assert policy.phones
    assert policy.services


def test_the_values_that_the_example_says_hold_without_a_line_are_those_that_hold() -> None:
    said = {
        "large_print": "false",
        "paper": '"letter"',
        "idle_seconds": "180",
        "warning_seconds": "60",
        "sound": "true",
        "languages": '["en"]',
    }
    text = EXAMPLE.read_text(encoding="utf-8")
    for field, value in said.items():
        assert re.search(rf"# Without it: {re.escape(value)}\.\n{field} = ", text), field
    assert load_policy(None) == (SAFE_DEFAULTS, (), None)
    held = SAFE_DEFAULTS.model_dump(include=set(said))
    assert held == {
        "large_print": False,
        "paper": "letter",
        "idle_seconds": 180,
        "warning_seconds": 60,
        "sound": True,
        "languages": ("en",),
    }


def test_without_a_usable_policy_nothing_is_printed_and_nobody_leaves() -> None:
    assert SAFE_DEFAULTS.printer is None
    assert not SAFE_DEFAULTS.staff_can_leave
    assert not SAFE_DEFAULTS.says_something
    assert SAFE_DEFAULTS.pages == OPTIONAL_PAGES


WRONG = {
    'clinc_name = "x"': (1, "clinc_name", "unknown_field", "clinic_name"),
    '\nclinic_name = ""': (2, "clinic_name", "empty", ""),
    'clinic_name = "  "': (1, "clinic_name", "empty", ""),
    f'clinic_name = "{"x" * 81}"': (1, "clinic_name", "too_long", ""),
    'clinic_name = "a\\u0007"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\nb"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\u202Eb"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\u2066b"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\u200Bb"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\u2028b"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "a\\U000E0041b"': (1, "clinic_name", "hidden_letter", ""),
    'clinic_name = "中"': (1, "clinic_name", "letter_not_in_print", ""),
    'clinic_name = "x\\u0300\\u0301\\u0302"': (1, "clinic_name", "letter_not_in_print", ""),
    "clinic_name = 2026-01-01": (1, "clinic_name", "not_text", ""),
    'paper = "a5"': (1, "paper", "unknown_value", "a4"),
    "large_print = 1": (1, "large_print", "not_true_or_false", ""),
    "idle_seconds = 59": (1, "idle_seconds", "out_of_range", ""),
    "idle_seconds = 601": (1, "idle_seconds", "out_of_range", ""),
    'idle_seconds = "180"': (1, "idle_seconds", "not_a_whole_number", ""),
    "idle_seconds = true": (1, "idle_seconds", "not_a_whole_number", ""),
    "idle_seconds = inf": (1, "idle_seconds", "not_a_whole_number", ""),
    "warning_seconds = 19": (1, "warning_seconds", "out_of_range", ""),
    "warning_seconds = 121": (1, "warning_seconds", "out_of_range", ""),
    "languages = []": (1, "languages", "too_few", ""),
    'languages = "en"': (1, "languages", "not_a_list", ""),
    'languages = ["ne"]': (1, "languages[0]", "unknown_value", "en"),
    'languages = ["en", "en"]': (1, "languages", "named_twice", ""),
    'pages = ["optoins"]': (1, "pages[0]", "unknown_value", "options"),
    'pages = ["values", "values"]': (1, "pages", "named_twice", ""),
    'printer = "-o raw"': (1, "printer", "not_a_printer_name", ""),
    'pin_hash = "482910"': (1, "pin_hash", "not_a_pin_hash", ""),
    "phones = 5": (1, "phones", "not_a_list", ""),
    'sound = true\nphones = [\n "a",\n]': (2, "phones[0]", "not_a_table", ""),
    '[[phones]]\nlabel = "x"': (1, "phones[0].number", "missing", ""),
    '[[phones]]\nlabel = "x"\nnumber = "call us"': (
        *(3, "phones[0].number", "not_a_phone_number", ""),
    ),
    '[[phones]]\nlabel = "x"\nnumber = "1"\n[[phones]]\nlabel = "x"\nnumber = "555-0100"': (
        *(3, "phones[0].number", "not_a_phone_number", ""),
    ),
    '[[services]]\nname = "x"\nabout = "y"\nprinter = "p"': (
        *(4, "services[0].printer", "misplaced", ""),
    ),
    '[[services]]\nname = "x"\nabuot = "y"\nabout = "y"': (
        *(3, "services[0].abuot", "unknown_field", "about"),
    ),
    '[[phones]]\nlabel = "x"\nnumber = "555-0100"\n' * 7: (1, "phones", "too_many", ""),
    '[[services]]\nname = "x"\nabout = "y"\n' * 9: (1, "services", "too_many", ""),
    'paper = "a4"\npaper = "a4"': (2, "", "said_twice", ""),
    '[phones]\nlabel = "x"\n[[phones]]\nlabel = "y"': (3, "", "said_twice", ""),
    'sound = true\nclinic_name = "x': (2, "", "not_toml", ""),
    "clinic name = 'x'": (1, "", "not_toml", ""),
    "x = " + "[" * 30000: (None, "", "not_toml", ""),
    "\x00": (1, "", "not_toml", ""),
    "#" * 65537: (None, "", "too_large", ""),
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:40])
def test_each_mistake_is_named_with_its_line_and_the_whole_file_is_left_out(
    file: Path, text: str
) -> None:
    policy, problems, source = loaded(file, text)
    line, field, message, nearest = WRONG[text]
    (problem,) = problems
    assert (problem.field, problem.message, problem.nearest) == (field, message, nearest)
    if message not in {"not_toml", "said_twice"} or problem.line is not None:
        assert problem.line == line
    assert (policy, source) == (SAFE_DEFAULTS, file)
    words = problem.text(LABELS)
    assert "{" not in words
    assert words.isprintable()


def test_one_mistake_leaves_nothing_of_the_rest_in_force(file: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("idle_seconds = 180", "idle_seconds = 5")
    policy, problems, _ = loaded(file, text)
    assert [problem.field for problem in problems] == ["idle_seconds"]
    assert policy is SAFE_DEFAULTS


def test_all_mistakes_are_told_at_once_from_top_to_bottom(file: Path) -> None:
    text = 'paper = "a5"\nsound = 1\nidle_seconds = 1\n[[phones]]\nlabel = ""\nnumber = "x"\n'
    assert [problem.line for problem in loaded(file, text).problems] == [1, 2, 3, 5, 6]


@pytest.mark.parametrize("page", [step.value for step in Step])
def test_no_page_that_is_needed_can_be_switched_off(file: Path, page: str) -> None:
    policy, problems, _ = loaded(file, f'pages = ["{page}"]')
    if page in OPTIONAL_PAGES:
        assert (policy.pages, problems) == ((page,), ())
    else:
        assert [problem.message for problem in problems] == ["always_shown"]


@pytest.mark.parametrize(
    "number", ["911", "15", "+33 (0)1 23 45 67 89", "555-0101 ext. 2", "555.0100 x12"]
)
def test_numbers_as_people_write_them_are_taken(number: str) -> None:
    assert Phone(label="Nurse line", number=number).number == number


def test_files_that_cannot_be_read_are_named_for_what_they_are(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "latin").write_bytes(b'sound = true\nclinic_name = "Caf\xe9"')
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    expected = {
        "gone.toml": ("file_missing", None),
        ".": ("is_a_folder", None),
        "pipe": ("not_a_file", None),
        "latin": ("not_utf_8", 2),
        "loop": ("not_readable", None),
        "latin/under": ("not_readable", None),
        "a\0b": ("not_readable", None),
    }
    for name, (message, line) in expected.items():
        policy, (problem,), _ = load_policy(tmp_path / name)
        assert (problem.message, problem.line, policy) == (message, line, SAFE_DEFAULTS)
        assert problem.text(LABELS)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="about permissions of Unix")
def test_a_file_that_may_not_be_read_is_named_so(file: Path) -> None:
    file.write_text("sound = true")
    file.chmod(0)
    root = os.geteuid() == 0
    if root:
        # Root may read all, so somebody else has to try.
        os.seteuid(65534)
    try:
        found = load_policy(file)
    finally:
        if root:
            os.seteuid(0)
    assert [problem.message for problem in found.problems] == ["not_allowed"]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_there_is_a_policy_and_words(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    file = tmp_path_factory.mktemp("policy") / "policy.toml"
    file.write_bytes(raw)
    policy, problems, _ = load_policy(file)
    assert policy is SAFE_DEFAULTS or not problems
    assert all(problem.text(LABELS).isprintable() for problem in problems)


def test_what_a_file_says_reaches_nobody_as_a_terminal_command(file: Path) -> None:
    text = f'"\\u001b[2J{"x" * 100}" = 1\npaper = "\\u001b]0;{"y" * 100}"'
    for problem in loaded(file, text).problems:
        assert problem.field.isprintable()
        assert problem.text(LABELS).isprintable()
        assert len(problem.field) <= 40


def test_a_file_from_another_system_is_read_too(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbfclinic_name = "Zo\xc3\xab"\r\npaper = "a4"\r\n')
    assert load_policy(file).policy.clinic_name == "Zoë"


def test_every_problem_has_words_and_no_words_are_left_over() -> None:
    used: set[str] = {"nearest", "wrong", "not_allowed"}
    used |= {message for _, _, message, _ in WRONG.values()} | {"always_shown"}
    used |= {"file_missing", "is_a_folder", "not_a_file", "not_utf_8", "not_readable"}
    assert used == set(LABELS.group("policy_problem"))


@pytest.mark.parametrize("group", ["clinic", "policy", "policy_problem", "pin_error"])
def test_the_words_are_short(group: str) -> None:
    for text in LABELS.group(group).values():
        for sentence in re.split(r"[.?:;] ", text):
            assert len(sentence.split()) <= 20, sentence


def test_a_policy_cannot_be_changed_once_it_is_read() -> None:
    policy: Any = SAFE_DEFAULTS
    with pytest.raises(ValidationError):
        policy.pin_hash = "x"
