"""Without the optional extra the program says so; nothing else of it is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import decision_aid
from decision_aid.content import load
from decision_aid.records.fhir import fhir_available

_CHILD = """
import sys
sys.modules["fhir"] = None
sys.modules["fhir.resources"] = None
from decision_aid.storage.answers import answers_from
from decision_aid.records.fhir import (
    FhirError, fhir_available, questionnaire_response, read_bundle,
)
assert not fhir_available()
answers = answers_from({"schema": 1, "findings": []})
for use in (lambda: read_bundle("{}"), lambda: questionnaire_response(answers, authored=None)):
    try:
        use()
    except FhirError as refused:
        print(refused.reason)
"""


def test_without_the_extra_everything_says_so_kindly() -> None:
    child = subprocess.run(
        [sys.executable, "-c", _CHILD],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(decision_aid.__file__).parent.parent,
    )
    assert child.stdout.split() == ["extra_missing", "extra_missing"]
    assert "decision-aid[fhir]" in load().label("fhir_error.extra_missing")


def test_the_library_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, decision_aid.records.fhir; print('fhir.resources' in sys.modules)"
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(decision_aid.__file__).parent.parent,
    )
    assert child.stdout.strip() == "False"
    assert fhir_available()
