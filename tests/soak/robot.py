"""One session of a robot: random answers, idling and printing, then everything is cleared.

python -m tests.soak.robot --seed NUMBER [--plant FILE] [--policy FILE]

Prints one line of JSON. Ends as a session does, or with 97 for an exception and 98 where it finds
no way on.
"""

import argparse
import json
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Final

import decision_aid.ui  # noqa: F401 - first of all that uses Qt

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit

from decision_aid.cli.standard_streams import CLEARED, LEFT_BY_STAFF
from decision_aid.domain import Step
from decision_aid.ui.kiosk.app import KioskSession
from decision_aid.ui.wizard.pages import BUILD_AHEAD_AFTER

FAILED: Final = 97
STUCK: Final = 98
_EVERY: Final = 3
_MOST_STEPS: Final = 3000
_CARDS_OPENED: Final = 8
"""After so many cards in a session the robot takes its summary; before, it may open another."""


def resident() -> int:
    """Return how much memory this process holds, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


class Robot:
    """Presses what can be pressed, a little more often what leads on."""

    def __init__(self, session: KioskSession, seed: int, plant: str) -> None:
        self.window: Any = session.window
        self.chance = random.Random(seed)
        self.plant = plant
        self.steps = 0
        self.cards_opened = 0
        self.on_this_page = 0
        self.told: dict[str, Any] = {"seed": seed, "pages": 0, "printed": 0, "idled": 0}
        self.window.page_shown.connect(self._arrived)
        self.timer = QTimer(self.window, interval=_EVERY)
        self.timer.timeout.connect(self._step)
        QTimer.singleShot(BUILD_AHEAD_AFTER + 300, self.window, self._begin)

    def _begin(self) -> None:
        self.told["begins_kib"] = resident()
        self.timer.start()

    def _arrived(self, page: object) -> None:
        del page
        self.told["pages"] += 1
        self.on_this_page = 0

    def _step(self) -> None:
        self.steps += 1
        self.on_this_page += 1
        if self.steps > _MOST_STEPS:
            print(f"stuck on {self.window.navigator.current}", file=sys.stderr)
            QApplication.exit(STUCK)
            return
        if self.window.warning is not None:
            self.told["idled"] += 1
            self.window.warning.more.click()
            return
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        if dialogs:
            buttons = [b for b in dialogs[-1].findChildren(QAbstractButton) if b.isVisible()]
            self.chance.choice(buttons).click()
            return
        step = self.window.page.step
        planted = self.plant in self.window.session.questions
        if step is Step.QUESTIONS and self.plant and not planted:
            self._type(self.plant)
            return
        if step is Step.SUMMARY and self.on_this_page > 25:
            self._finish()
            return
        if self.on_this_page > 12 or self.chance.random() < 0.35:
            self._go_on()
        elif self.chance.random() < 0.01:
            self.window.warn()
        elif self.chance.random() < 0.03 and not self.plant:
            self.window.navigator.back()
        else:
            self._press_something()

    def _go_on(self) -> None:
        page = self.window.page
        if page.step is Step.START:
            self.chance.choice(list(page.ways.values())).click()
        elif page.step is Step.NEXT and self.cards_opened < _CARDS_OPENED:
            self.cards_opened += 1
            card = Step.QUESTIONS if self.plant else self.chance.choice(list(page.cards))
            page.cards[card].click()
        elif page.step is not Step.SUMMARY:
            self.window.go_on()

    def _press_something(self) -> None:
        page = self.window.page
        there = [
            button
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        ]
        if page.step is Step.SUMMARY and "print" in page.buttons:
            self.told["printed"] += page.buttons["print"] in there
        if there:
            self.chance.choice(there).click()

    def _type(self, words: str) -> None:
        line: QLineEdit = self.window.page.own
        line.setFocus()
        QTest.keyClicks(line, words)
        self.window.page.add_button.click()

    def _finish(self) -> None:
        self.timer.stop()
        self.told["steps"] = self.steps
        self.told["ends_kib"] = resident()
        print(json.dumps(self.told), flush=True)
        if self.chance.random() < 0.5:
            self.window.clear()
        else:
            self.window.warn()
            self.window.warning.clear.click()


def _words(file: Path | None) -> str:
    return "" if file is None else file.read_text(encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--plant", type=Path, help="a file with words to type")
    parser.add_argument("--policy", type=Path)
    options = parser.parse_args()
    started = time.monotonic()
    session = KioskSession(language="en", theme="light", policy=options.policy)
    robot = Robot(session, options.seed, _words(options.plant))
    robot.told["window_ms"] = round((time.monotonic() - started) * 1000)

    def fail(kind: Any, error: Any, where: Any) -> None:
        traceback.print_exception(kind, error, where)
        QApplication.exit(FAILED)

    sys.excepthook = fail
    application = session.application
    status = application.exec()
    if status in {FAILED, STUCK}:
        return status
    return LEFT_BY_STAFF if status else CLEARED


if __name__ == "__main__":
    sys.exit(main())
