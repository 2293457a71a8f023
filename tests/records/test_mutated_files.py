"""Spoiled files end with one clear message, or say nothing that they do not say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.records import mutate_files
from tests.records.mutate_files import Ended, faults_of_answers, faults_of_batch, faults_of_record

LIVER = {"place": "liver", "certainty": "found"}


def test_no_spoiled_file_ends_badly_or_is_read_wrongly() -> None:
    assert list(mutate_files.run(210)) == []


@pytest.mark.parametrize(
    ("ended", "seen"),
    [
        (Ended(0, json.dumps({"because": [LIVER], "metastatic": True}), "", 0), "decided by"),
        (Ended(0, "", "", 0), "0 answers"),
        (Ended(1, "", "a failure", 0), "it ended with 1"),
        (Ended(2, "", "one\ntwo", 0), "not one line"),
        (Ended(0, json.dumps({"error": {}}), "Traceback", 0), "a traceback"),
        (Ended(0, json.dumps({"error": {}}), "", 11), "it took"),
    ],
)
def test_whatever_is_wrong_would_be_seen(
    ended: Ended, seen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutate_files, "run_command", lambda *_: ended)
    faults = list(faults_of_batch('{"findings": [{"place": "bone"}]}', tmp_path))
    assert any(fault.startswith(seen) for fault in faults), faults


def test_what_nobody_wrote_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = json.dumps({"answers": {"findings": [LIVER]}})
    monkeypatch.setattr(mutate_files, "run_command", lambda *_: Ended(0, said, "", 0))
    assert list(faults_of_answers('{"findings": [{"place": "liver"}]}', tmp_path)) == []
    assert list(faults_of_answers('{"findings": []}', tmp_path))
    assert list(faults_of_answers('{"findings": [], "findings": []}', tmp_path))
    assert list(faults_of_record('{"a": 1, "a": 1}', tmp_path, {}))
