"""Saved sessions: what a counselor saves comes back, and nobody else can read it."""

from __future__ import annotations

import json
import os
import stat
import sys
import traceback
import unicodedata
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given, settings

from decision_aid.content import load_labels
from decision_aid.domain import Answers, Certainty, Finding, PlaceId
from decision_aid.storage import sealing
from decision_aid.storage.answers import plain
from decision_aid.storage.saved_sessions import (
    ENDING,
    MIN_PASSPHRASE,
    SESSION_SCHEMA,
    Reason,
    SavedCase,
    SavedSession,
    SavedSessionError,
    explained,
    open_session,
    save_session,
    session_bytes,
    session_of,
)
from tests.storage.age_file import age_file, as_text
from tests.storage.sessions import (
    NOTES,
    PASSPHRASE,
    SAVED,
    a_session,
    answers,
    any_session,
    cheap_file,
    cheap_seal,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and pipes")


def _refused(path: Path, passphrase: str = PASSPHRASE) -> SavedSessionError:
    with pytest.raises(SavedSessionError) as refused:
        open_session(path, passphrase)
    return refused.value


def _locked(tmp_path: Path, **content: Any) -> Path:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(age_file(json.dumps(content).encode(), PASSPHRASE))
    return path


def test_what_is_saved_is_locked_for_its_owner_alone_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    save_session(path, a_session(), PASSPHRASE)
    raw = path.read_bytes()
    assert b"sister" not in raw
    assert b"breast" not in raw
    assert raw.startswith(b"age-encryption.org/v1\n-> scrypt ")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert open_session(path, PASSPHRASE) == a_session()
    assert path.read_bytes() == raw
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208 - hidden ones count too


def test_a_file_of_this_version_opens_as_long_as_there_are_files() -> None:
    assert open_session(SAVED / f"version_2{ENDING}", PASSPHRASE) == a_session()


def test_a_file_of_version_1_opens_as_the_only_case() -> None:
    session = open_session(SAVED / f"version_1{ENDING}", PASSPHRASE)
    assert session == SavedSession(cases=(SavedCase(answers=answers(notes="from long ago")),))
    assert session.version == SESSION_SCHEMA


def test_an_answers_file_that_somebody_locked_by_age_opens_too(tmp_path: Path) -> None:
    path = _locked(tmp_path, **plain(answers()))
    assert open_session(path, PASSPHRASE).cases[0].answers == answers()


@settings(max_examples=60, deadline=None)
@given(any_session)
def test_every_session_comes_back_as_it_was(session: SavedSession) -> None:
    sealed = cheap_seal(session_bytes(session), PASSPHRASE)
    assert session_of(sealing.unseal(sealed, PASSPHRASE)) == session


def test_a_newer_version_is_refused_by_its_number(tmp_path: Path) -> None:
    newer = {"format": "decision-aid-session", "schema": 3, "cases": "in a form of tomorrow"}
    error = _refused(_locked(tmp_path, **newer))
    assert (error.reason, error.version) == (Reason.TOO_NEW, 3)
    assert "form 3," in explained(error, load_labels().text)


@pytest.mark.parametrize("version", [True, 0, -1, 2.0, "2", None, [2], 10**4, 10**30])
def test_a_version_that_is_none_is_refused(tmp_path: Path, version: Any) -> None:
    path = _locked(tmp_path, format="decision-aid-session", schema=version)
    assert _refused(path).reason is Reason.INVALID_CONTENT


def _file_for_a_key() -> bytes:
    identity = pyrage.x25519.Identity.generate()
    return bytes(pyrage.encrypt(session_bytes(a_session()), [identity.to_public()]))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"%PDF-1.7 a summary", Reason.NOT_A_SESSION_FILE),
        (b'{"schema": 1, "findings": []}', Reason.NOT_A_SESSION_FILE),
        (b"age-encryption.org/v2\n-> scrypt", Reason.NOT_A_SESSION_FILE),
        (b"age-enc", Reason.DAMAGED),
        (_file_for_a_key(), Reason.LOCKED_WITH_A_KEY),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl", Reason.DAMAGED),
        (as_text(b"age-encryption.org/v1\n").replace(b"=", b""), Reason.DAMAGED),
        (age_file(b'{"a": 1}', PASSPHRASE), Reason.NOT_A_SESSION_FILE),
        (age_file(b"[]", PASSPHRASE), Reason.NOT_A_SESSION_FILE),
        (age_file(b"", PASSPHRASE), Reason.INVALID_CONTENT),
        (cheap_file().replace(b" 1\n", b" 23\n", 1), Reason.TOO_MUCH_WORK),
        (cheap_file().replace(b" 1\n", b" 255\n", 1), Reason.TOO_MUCH_WORK),
        (cheap_file().replace(b" 1\n", b" 0\n", 1), Reason.DAMAGED),
        (cheap_file() + bytes(3 * 1024 * 1024), Reason.TOO_LARGE),
    ],
)
def test_what_is_no_session_is_told_apart_before_any_passphrase(
    tmp_path: Path, raw: bytes, reason: Reason
) -> None:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(raw)
    assert _refused(path).reason is reason
    assert path.read_bytes() == raw


def test_a_file_that_age_wrote_as_text_opens(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(as_text(cheap_file()).replace(b"\n", b"\r\n"))
    assert open_session(path, PASSPHRASE) == a_session()


def test_a_wrong_passphrase_is_told_from_damage_behind_it(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(cheap_file())
    for wrong in ("", PASSPHRASE.upper(), f"{PASSPHRASE} ", "half \ud800", "\0"):
        assert _refused(path, wrong).reason is Reason.WRONG_PASSPHRASE
    path.write_bytes(cheap_file()[:-1])
    assert _refused(path).reason is Reason.DAMAGED


ONE_CHARACTER = unicodedata.normalize("NFC", "café crème brûlée")
APART = unicodedata.normalize("NFD", ONE_CHARACTER)
BOTH_WAYS = ONE_CHARACTER[:4] + APART[5:]


@pytest.mark.parametrize("locked", [ONE_CHARACTER, APART])
@pytest.mark.parametrize("typed", [ONE_CHARACTER, APART, BOTH_WAYS])
def test_an_accent_opens_the_file_however_a_keyboard_types_it_or_age_took_it(
    tmp_path: Path, locked: str, typed: str
) -> None:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(cheap_seal(session_bytes(a_session()), locked))
    assert open_session(path, typed) == a_session()


def test_a_passphrase_opens_what_was_locked_as_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(cheap_seal(session_bytes(a_session()), BOTH_WAYS))
    assert open_session(path, BOTH_WAYS) == a_session()


@pytest.mark.parametrize(
    ("typed", "damaged", "guesses"),
    [
        ("four plain words here", False, 1),
        (ONE_CHARACTER, False, 2),
        (BOTH_WAYS, False, 3),
        (ONE_CHARACTER, True, 1),
    ],
)
def test_a_form_is_tried_only_where_it_differs(
    monkeypatch: pytest.MonkeyPatch, typed: str, damaged: bool, guesses: int
) -> None:
    sealed = cheap_seal(b"x", ONE_CHARACTER if damaged else "another")
    tried, decrypt = [], pyrage.passphrase.decrypt

    def counted(raw: bytes, form: str) -> bytes:
        tried.append(form)
        return bytes(decrypt(raw, form))

    monkeypatch.setattr(pyrage.passphrase, "decrypt", counted)
    with pytest.raises(SavedSessionError):
        sealing.unseal(sealed[:-1] if damaged else sealed, typed)
    assert (len(tried), len(set(tried))) == (guesses, guesses)


def test_a_session_is_locked_with_each_accent_as_one_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locked = []

    def noted(raw: bytes, form: str) -> bytes:
        locked.append(form)
        return cheap_seal(raw, form)

    monkeypatch.setattr(pyrage.passphrase, "encrypt", noted)
    sealing.seal(b"x", APART)
    assert set(locked) == {ONE_CHARACTER}


def test_a_byte_order_mark_in_a_session_is_passed_over() -> None:
    assert session_of(b"\xef\xbb\xbf" + session_bytes(a_session())) == a_session()


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert _refused(tmp_path / "gone").reason is Reason.NOT_FOUND
    assert _refused(tmp_path).reason is Reason.CANNOT_READ
    assert _refused(tmp_path / "nul\0byte").reason is Reason.CANNOT_READ


@posix_only
def test_a_pipe_does_not_keep_the_program_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _refused(tmp_path / "pipe").reason is Reason.CANNOT_READ


@pytest.mark.parametrize(
    "weak", ["", "short", "x" * (MIN_PASSPHRASE - 1), "ab" * 20, " " * 20 + "abcdef", "\ud800" * 20]
)
def test_a_weak_passphrase_is_refused_and_nothing_is_written(tmp_path: Path, weak: str) -> None:
    path = tmp_path / f"visit{ENDING}"
    with pytest.raises(SavedSessionError) as refused:
        save_session(path, a_session(), weak)
    assert refused.value.reason is Reason.WEAK_PASSPHRASE
    assert list(tmp_path.iterdir()) == []


def _cannot_be_saved(session: SavedSession, path: Path) -> Reason:
    with pytest.raises(SavedSessionError) as refused:
        save_session(path, session, PASSPHRASE)
    assert not path.exists()
    return refused.value.reason


def test_what_could_not_be_opened_again_is_never_saved(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    bone = PlaceId("bone")
    twice = (Finding(bone), Finding(bone, Certainty.NOT_FOUND))
    contradiction = SavedCase.model_construct(name="", answers=Answers(findings=twice))
    broken = [
        a_session().model_copy(update={"cases": ()}),
        a_session().model_copy(update={"cases": (contradiction,)}),
        a_session().model_copy(update={"counselor_notes": "half \ud800"}),
        a_session().model_copy(update={"counselor_notes": 3}),
    ]
    assert {_cannot_be_saved(session, path) for session in broken} == {Reason.CANNOT_BE_SAVED}
    many = SavedCase(answers=answers(questions=["why? " * 99] * 5000))
    assert _cannot_be_saved(SavedSession(cases=(many,)), path) is Reason.TOO_MUCH_TO_SAVE


def test_the_folder_that_is_missing_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "seal", cheap_seal)  # only for speed
    with pytest.raises(SavedSessionError) as refused:
        save_session(tmp_path / "gone" / "visit", a_session(), PASSPHRASE)
    assert refused.value.reason is Reason.CANNOT_WRITE
    assert "This folder does not exist." in explained(refused.value, load_labels().text)


@posix_only
def test_an_older_file_keeps_its_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "seal", cheap_seal)  # only for speed
    path = tmp_path / f"visit{ENDING}"
    path.write_bytes(b"older")
    path.chmod(0o640)
    save_session(path, a_session(), PASSPHRASE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert open_session(path, PASSPHRASE) == a_session()


def test_a_busy_moment_does_not_make_guessing_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    # A moment so busy that age misjudges the computer cannot be had on demand.
    def head(work: int) -> bytes:
        return cheap_file().replace(b" 1\n", f" {work}\n".encode(), 1)

    for given_by_age, kept in (([12, 18], 18), ([12, 9, 11], 12), ([19], 19)):
        moments = iter(given_by_age)
        monkeypatch.setattr(sealing, "_sealed", lambda *_, m=moments: head(next(m)))
        assert f" {kept}\n".encode() in sealing.seal(b"", PASSPHRASE)
        assert list(moments) == []


def test_no_secret_is_in_what_is_said_of_a_failure(tmp_path: Path) -> None:
    path = tmp_path / f"visit{ENDING}"
    spoiled = {"format": "decision-aid-session", "schema": 2, "cases": [], "notes": NOTES}
    files = [cheap_file()[:-1], age_file(json.dumps(spoiled).encode(), PASSPHRASE)]
    for raw in files:
        path.write_bytes(raw)
        for passphrase in (PASSPHRASE, "not this one either"):
            error = _refused(path, passphrase)
            told = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
            assert passphrase not in told
            assert "sister" not in told
            assert error.__cause__ is None


def test_every_reason_has_short_words_that_say_what_to_do() -> None:
    labels = load_labels()
    words = labels.group("saved_session_error")
    assert set(words) == set(Reason)
    for reason in Reason:
        error = SavedSessionError(reason, "visit", version=7, file_reason="disk_full")
        text = explained(error, labels.text)
        assert not any(mark in text for mark in "!{}")
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))
        next_step = ("Please", "Free some space")
        assert any(step in text for step in next_step)


def test_a_lost_passphrase_is_said_to_be_final() -> None:
    text = load_labels().text("saved_session.lost_passphrase")
    assert "That is final." in text
    assert "never be opened again" in text
