"""A whole conversation: codes, what if, the person's screen, saved, opened again, written out."""

import json
from pathlib import Path
from typing import Any

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from decision_aid.domain import Certainty, PlaceId
from decision_aid.records.fhir import read_bundle
from decision_aid.ui.counselor.display import DisplayKind
from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kit.words import Words
from tests.domain.cases import found, suspected
from tests.ui.counselor.counselor import Counselor, words_of

PASSPHRASE = "violet kettle marches north"
CONTROL = Qt.KeyboardModifier.ControlModifier


def choose(counselor: Counselor, dialog: QFileDialog | None, path: Path) -> None:
    assert dialog is not None
    counselor.qtbot.waitUntil(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.selectAll()
    counselor.qtbot.keyClicks(name, str(path))
    counselor.qtbot.keyClick(name, Qt.Key.Key_Return)


def give_passphrase(counselor: Counselor) -> None:
    dialog = counselor.window.session_files.passphrase
    assert dialog is not None
    counselor.qtbot.waitUntil(dialog.isVisible)
    for field in (dialog.first, dialog.second):
        if field is not None:
            counselor.qtbot.keyClicks(field, PASSPHRASE)
    counselor.press(dialog.go)


def another_day(counselor: Counselor, qtbot: Any) -> Counselor:
    """Close the window, which is saved, and open a new one that knows nothing."""
    other = CounselorWindow(Words("en"))
    qtbot.addWidget(other)
    other.resize(1280, 800)
    counselor.window.close()
    assert not counselor.window.isVisible()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    return Counselor(qtbot, other)


def test_from_codes_to_a_record(counselor: Counselor, qtbot: Any, tmp_path: Path) -> None:
    counselor.write("C50.412, C77.3, pT2 pN1a M0")
    assert counselor.window.session.is_empty
    counselor.key(Qt.Key.Key_Return, on=counselor.line)
    counselor.enter("liver", Certainty.SUSPECTED)
    told = {found("breast_tissue"), found("nodes_armpit"), suspected("liver")}
    assert counselor.found == told

    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.offers[0])
    counselor.key(Qt.Key.Key_F9)
    assert counselor.person.displayed.kind is DisplayKind.COMPARISON
    counselor.back_to_desk()
    counselor.press(counselor.window.chooser.buttons[1])
    counselor.key(Qt.Key.Key_F3)
    counselor.press(counselor.window.result_panel.show_answer)
    assert "Example only." in words_of(counselor.person)
    assert "metastatic" in words_of(counselor.person)
    counselor.back_to_desk()

    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(counselor.window.notes_panel.field, "Sister comes along")
    saved = tmp_path / "talk.decisionaid"
    counselor.key(Qt.Key.Key_S, CONTROL)
    choose(counselor, counselor.window.session_files.file_dialog, saved)
    give_passphrase(counselor)
    qtbot.waitUntil(saved.is_file, timeout=60_000)
    before = counselor.window.session.saved()
    assert [f.name for f in tmp_path.iterdir()] == ["talk.decisionaid"]

    again = another_day(counselor, qtbot)
    other = again.window
    again.key(Qt.Key.Key_O, CONTROL)
    choose(again, other.session_files.file_dialog, saved)
    give_passphrase(again)
    qtbot.waitUntil(lambda: other.session.saved() == before, timeout=60_000)
    assert again.found == told
    assert other.notes_panel.field.toPlainText() == "Sister comes along"

    written = tmp_path / "answers.json"
    other.record_files.export_to(written)
    read = read_bundle(written.read_text(encoding="utf-8"))
    assert set(read.answers.findings) == told
    assert PlaceId("liver") not in {
        f.place for f in read.answers.findings if f.certainty == "found"
    }
    assert "Sister" not in json.dumps(json.loads(written.read_text(encoding="utf-8")))

    other.session.work_on(1)
    again.paper()
    other.paper_panel.save("pdf", tmp_path / "example.pdf")
    with pikepdf.open(tmp_path / "example.pdf") as pdf:
        title = str(pdf.docinfo["/Title"])
    assert title.startswith("Example only")
    other.session.mark_saved()
    other.close()
