"""Opening the program, and what happens when something fails that nobody foresaw."""

import json
import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from decision_aid.ui.kit.application import tell_the_unexpected
from tests.ui.person import Person

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=OFFSCREEN, capture_output=True, text=True, check=False)


def test_measures_its_own_start() -> None:
    done = run("-m", "decision_aid", "--measure-startup")
    assert done.returncode == 0
    assert json.loads(done.stdout)["first_page_ms"] > 0


def test_the_first_page_waits_for_nothing_that_only_later_pages_need() -> None:
    later = ("PySide6.QtPdf", "PySide6.QtSvg", "PySide6.QtPrintSupport", "typst", "jinja2")
    script = (
        f"import sys, decision_aid.ui.wizard.app; print([m for m in {later} if m in sys.modules])"
    )
    assert run("-c", script).stdout.strip() == "[]"


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_opens_in_every_theme(theme: str) -> None:
    done = run("-m", "decision_aid", "--theme", theme, "--text-size", "200", "--measure-startup")
    assert done.returncode == 0


def test_what_nobody_foresaw_is_told_and_the_answers_stay(
    person: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person.go_to("where")
    person.side("left")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_the_unexpected(person.wizard)
    sys.excepthook(ValueError, ValueError("odd"), None)
    (box,) = person.wizard.findChildren(QMessageBox)
    assert "answers are still here" in box.text()
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "odd" not in told
    assert not person.wizard.session.is_empty
    box.close()


def test_what_fails_beside_the_window_is_told_in_its_own_thread(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_the_unexpected(person.wizard)
    threads = []

    def noted(box: QMessageBox) -> None:
        threads.append(threading.current_thread())
        box.deleteLater()

    monkeypatch.setattr(QMessageBox, "open", noted)
    beside = threading.Thread(target=sys.excepthook, args=(ValueError, ValueError("odd"), None))
    beside.start()
    beside.join()
    assert threads == []
    person.qtbot.waitUntil(lambda: len(threads) > 0)
    assert threads == [threading.current_thread()]
