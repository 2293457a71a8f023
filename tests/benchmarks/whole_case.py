"""Goes through a whole case in the real window and prints what each turn and press took.

The last line is JSON: turns and presses in milliseconds, until all that they change is painted,
and the memory that the window holds on the result page, in KiB.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import decision_aid.ui  # noqa: F401 - first of all that uses Qt

# isort: split
from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from decision_aid.domain import Certainty
from decision_aid.ui.kit.application import load_fonts
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.pages import BUILD_AHEAD_AFTER
from decision_aid.ui.wizard.window import Wizard
from tests.benchmarks.bare_window import resident

READS_FOR = BUILD_AHEAD_AFTER + 150
"""How long somebody looks at a page before they press anything, in milliseconds; few are faster."""
FOUND = {"breast_tissue", "nodes_armpit", "bone"}


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    # What was posted is laid out, what is laid out is painted.
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return (time.perf_counter() - start) * 1000


class Answers:
    def __init__(self, wizard: Wizard) -> None:
        self.wizard = wizard
        self.turns: list[float] = []
        self.presses: list[float] = []
        self.resident = 0

    def turn(self, do: Callable[[], object]) -> None:
        QTest.qWait(READS_FOR)
        self.turns.append(milliseconds(do))

    def press(self, do: Callable[[], object]) -> None:
        QTest.qWait(60)
        self.presses.append(milliseconds(do))

    def answer(self) -> None:
        page: Any = self.wizard.page
        match page.step.kind:
            case "side":
                page.choices.button("left").click()
            case "timing":
                page.choices.button("first").click()
            case "follow_up":
                page.choices.button("not_sure").click()
            case "places":
                QTest.qWait(READS_FOR)
                for region in page.map.regions if page.map else []:
                    if region.place:
                        self.press(region.click)
                for place in FOUND.intersection(page.rows):
                    if not page.rows[place].is_open:
                        page.rows[place].head.click()
                    self.press(page.rows[place].choices[Certainty.FOUND].click)
            case "answer":
                QTest.qWait(READS_FOR)
                self.resident = resident()

    def go(self) -> None:
        navigator = self.wizard.navigator
        while navigator.current.kind != "summary":
            self.answer()
            self.turn(self.wizard.go_on)
        while navigator.can_go_back():
            self.turn(navigator.back)


def main() -> int:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    load_fonts()
    words = Words("en")
    wizard = Wizard(words, theme=ThemeName.LIGHT)
    wizard.resize(1120, 780)
    wizard.show()
    wizard.activateWindow()
    case = Answers(wizard)
    case.go()
    print(json.dumps({"turns": case.turns, "presses": case.presses, "resident_kib": case.resident}))
    wizard.session.clear()
    wizard.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
