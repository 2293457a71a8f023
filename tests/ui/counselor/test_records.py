"""FHIR: what a record says is confirmed like anything typed; what goes out is the case as it is."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from decision_aid.domain import Certainty, PlaceId
from decision_aid.records.fhir import read_bundle
from tests.domain.cases import found, suspected
from tests.records.fhir_files import ICD, bundle, condition, primary
from tests.ui.counselor.counselor import Counselor, words_of


def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_text(bundle(primary("left"), condition((ICD, "C77.3"))), encoding="utf-8")
    return path


def test_a_record_counts_only_once_it_is_confirmed(counselor: Counselor, tmp_path: Path) -> None:
    counselor.window.record_files.import_from(record(tmp_path))
    assert counselor.window.session.is_empty
    assert counselor.pending.isVisible()
    assert "Still to ask" in words_of(counselor.pending)
    (tick,) = counselor.pending.candidates[PlaceId("nodes_armpit")]
    counselor.press(tick)
    row = next(row for row in counselor.pending.rows if row.said.place == "nodes_armpit")
    assert row.said.certainty is None
    counselor.press(row.choices["certainty"].button("suspected"))
    counselor.press(counselor.pending.add)
    assert suspected("nodes_armpit") in counselor.found
    assert counselor.window.session.answers.side == "left"


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff\xfe", b"[]"])
def test_a_file_that_is_no_record_is_said_kindly(
    counselor: Counselor, tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(raw)
    counselor.window.record_files.import_from(path)
    panel = counselor.window.case_panel
    assert panel.error.isVisible()
    assert panel.error.hasFocus()
    assert panel.pending is None


def test_a_file_that_is_gone_is_said_kindly(counselor: Counselor, tmp_path: Path) -> None:
    counselor.window.record_files.import_from(tmp_path / "gone.json")
    assert "gone.json" in counselor.window.case_panel.error.accessibleName()


def test_what_goes_out_is_the_case_and_no_example(counselor: Counselor, tmp_path: Path) -> None:
    counselor.confirm("C50.412")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.what_if_panel.offers[0].click()
    counselor.press(counselor.window.chooser.buttons[1])
    path = tmp_path / "answers.json"
    counselor.window.record_files.export_to(path)
    read = read_bundle(path.read_text(encoding="utf-8"))
    assert set(read.answers.findings) == {found("breast_tissue"), suspected("liver")}
    text = json.loads(path.read_text(encoding="utf-8"))
    assert text["meta"]["security"], "it is marked as told by the person"
    assert counselor.window.note.isVisible()
    assert "answers.json" in counselor.window.note.accessibleName()


def test_a_made_up_case_does_not_go_into_a_record(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.window.session.set_made_up(True)
    counselor.window.record_files.export()
    assert counselor.window.record_files.file_dialog is None
    assert "made up" in counselor.window.case_panel.error.accessibleName()


def test_a_folder_that_is_gone_is_said_and_nothing_is_written(
    counselor: Counselor, tmp_path: Path
) -> None:
    counselor.window.record_files.export_to(tmp_path / "gone" / "answers.json")
    assert "was not written" in counselor.window.case_panel.error.accessibleName()


def test_the_menu_offers_records(counselor: Counselor) -> None:
    counselor.press(counselor.window.header.menu)
    names = [
        b.accessibleName()
        for b in counselor.window.findChildren(QAbstractButton)
        if b.isVisible() and "FHIR" in b.accessibleName()
    ]
    counselor.key(Qt.Key.Key_Escape)
    assert len(names) == 2
