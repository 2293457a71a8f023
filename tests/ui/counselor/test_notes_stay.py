"""What the counselor writes for themselves reaches nothing that the person gets."""

import json
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from decision_aid.domain import Certainty
from decision_aid.storage.saved_sessions import open_session
from decision_aid.ui.counselor.display import Detail, DisplayKind
from tests.ui.counselor.counselor import Counselor, words_of

PLANTED = "Zyxomma quorbleth"
SECRET = PLANTED.split()


@pytest.fixture
def with_notes(counselor: Counselor) -> Counselor:
    """A case with an example, and notes that hold words that are nowhere else."""
    counselor.confirm("C50.412 pN1a")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.what_if_panel.offers[0].click()
    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(counselor.window.notes_panel.field, PLANTED)
    assert counselor.window.session.notes == PLANTED
    return counselor


def holds_notes(text: str) -> bool:
    return any(word.lower() in text.lower() for word in SECRET)


def test_on_no_form_of_the_paper(with_notes: Counselor, tmp_path: Path) -> None:
    session = with_notes.window.session
    panel = with_notes.window.paper_panel
    for index in range(len(session.cases)):
        session.work_on(index)
        with_notes.paper()
        for kind in ("pdf", "html", "text"):
            path = tmp_path / f"{index}.{kind}"
            panel.save(kind, path)
            raw = path.read_bytes()
            assert not holds_notes(raw.decode("utf-8", "replace"))
            if kind == "pdf":
                assert not holds_notes(text_of(path))
                with pikepdf.open(path) as opened:
                    for thing in opened.objects:
                        if isinstance(thing, pikepdf.Stream):
                            assert not holds_notes(thing.read_bytes().decode("latin-1"))


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    text = "".join(document.getAllText(n).text() for n in range(document.pageCount()))
    document.close()
    return text


def test_on_nothing_that_the_person_can_be_shown(with_notes: Counselor) -> None:
    window = with_notes.window
    for detail in Detail:
        window.session.set_detail(detail)
        for index in range(len(window.session.cases)):
            window.session.work_on(index)
            for kind in (DisplayKind.ANSWER, DisplayKind.BODY, DisplayKind.COMPARISON):
                window.show_to_person(kind)
                assert with_notes.person.displayed.kind is kind
                assert not holds_notes(words_of(with_notes.person))
    window.person.show_word("metastatic")
    assert not holds_notes(words_of(with_notes.person))
    with_notes.back_to_desk()
    with_notes.paper()
    window.show_to_person(DisplayKind.SUMMARY)
    assert not holds_notes(words_of(with_notes.person))
    assert not holds_notes(repr(with_notes.person.displayed))


def test_the_notes_themselves_cannot_be_shown(with_notes: Counselor) -> None:
    with_notes.key(Qt.Key.Key_F9)
    assert with_notes.window.person.window is None


def test_on_no_other_part_of_the_window(with_notes: Counselor) -> None:
    for part, panel in with_notes.window.panels.items():
        assert part == "notes" or not holds_notes(words_of(panel))
    assert not holds_notes(words_of(with_notes.window.person.bar))


def test_in_no_record(with_notes: Counselor, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    with_notes.window.record_files.export_to(path)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)["resourceType"] == "QuestionnaireResponse"
    assert not holds_notes(text)


def test_in_a_saved_session_only_behind_its_passphrase(
    with_notes: Counselor, tmp_path: Path
) -> None:
    path = tmp_path / "session.decisionaid"
    with_notes.window.session_files.save_to(path)
    dialog = with_notes.window.session_files.passphrase
    assert dialog is not None
    assert dialog.second is not None
    for field in (dialog.first, dialog.second):
        with_notes.qtbot.keyClicks(field, "violet kettle marches north")
    with_notes.press(dialog.go)
    with_notes.qtbot.waitUntil(path.is_file, timeout=60_000)
    assert not holds_notes(path.read_bytes().decode("latin-1"))
    assert open_session(path, "violet kettle marches north").counselor_notes == PLANTED


def test_too_long_notes_stay_in_sight_and_are_said_to_be_cut(counselor: Counselor) -> None:
    from decision_aid.storage.saved_sessions import LONGEST_NOTES

    panel = counselor.window.notes_panel
    counselor.key(Qt.Key.Key_F6)
    panel.field.setPlainText("a" * (LONGEST_NOTES + 1))
    assert panel.error.isVisible()
    assert len(counselor.window.session.notes) == LONGEST_NOTES
    assert len(panel.field.toPlainText()) == LONGEST_NOTES + 1
