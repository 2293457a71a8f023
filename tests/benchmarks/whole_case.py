"""Goes through a whole case in the real window and prints what each turn and press took.

The last line is JSON: turns and presses in milliseconds, until all that they change is painted,
and the memory that the window holds on the page of the answer, in KiB.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import decision_aid.ui  # noqa: F401 - first of all that uses Qt

# isort: split
from PySide6.QtCore import QEventLoop, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from decision_aid.domain import CARDS, Certainty, PlaceId, Side, Step
from decision_aid.ui.kit.application import load_fonts
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.pages import BUILD_AHEAD_AFTER
from decision_aid.ui.wizard.window import Wizard
from tests.benchmarks.bare_window import resident

READS_FOR = BUILD_AHEAD_AFTER + 150
"""How long somebody looks at a page before they press anything, in milliseconds; few are faster."""
FOUND = tuple(map(PlaceId, ("breast_tissue", "nodes_armpit")))
FAR = PlaceId("bone")


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    # What was posted is laid out, what is laid out is painted.
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return (time.perf_counter() - start) * 1000


class Case:
    def __init__(self, wizard: Wizard) -> None:
        self.wizard = wizard
        self.turns: list[float] = []
        self.presses: list[float] = []
        self.resident = 0

    @property
    def page(self) -> Any:
        return self.wizard.page

    def turn(self, do: Callable[[], object]) -> None:
        QTest.qWait(READS_FOR)
        self.turns.append(milliseconds(do))

    def press(self, do: Callable[[], object]) -> None:
        QTest.qWait(60)
        self.presses.append(milliseconds(do))

    def press_figure(self, button: FigureButton) -> None:
        """Press a part of the figure where its mark is."""
        figure = self.page.figure
        place = figure._scene.transform(button.region.drawing).map(QPointF(*button.region.at))
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=place.toPoint())

    def mark(self) -> None:
        """Mark in the list, each mark in each way."""
        QTest.qWait(READS_FOR)
        self.press(self.page.sides.buttons[Side.LEFT].click)
        for place in FOUND:
            card = self.page.cards[place]
            self.press(card.button.click)
            for certainty in (*Certainty, Certainty.FOUND):
                self.press(card.certainty.buttons[certainty].click)
        self.press(self.page.far_buttons[FAR].click)
        self.press(self.page.timing.buttons["first"].click)

    def press_every_part(self) -> None:
        """Press every part of the figure twice: so a mark comes or goes, and is as before."""
        QTest.qWait(4 * READS_FOR)
        for button in self.page.figure.buttons:
            if button.isVisible() and button.region.place is not None:
                for _ in range(2):
                    self.press(partial(self.press_figure, button))

    def go(self) -> None:
        """Go the whole way, also back to change an answer, and into each card and out of it."""
        self.turn(self.page.ways["results"].click)
        self.mark()
        self.turn(self.wizard.go_on)
        QTest.qWait(READS_FOR)
        assert self.page.step == Step.ANSWER
        self.resident = resident()
        self.turn(self.wizard.navigator.back)
        self.press_every_part()
        self.turn(self.wizard.go_on)
        self.turn(self.wizard.go_on)
        for card in CARDS:
            self.turn(self.page.cards[card].click)
            self.turn(self.wizard.go_on)
        self.turn(self.wizard.go_on)
        while self.wizard.navigator.can_go_back():
            self.turn(self.wizard.navigator.back)


def main() -> int:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    load_fonts()
    words = Words("en")
    wizard = Wizard(words, theme=ThemeName.LIGHT)
    wizard.resize(1280, 780)
    wizard.show()
    wizard.activateWindow()
    case = Case(wizard)
    case.go()
    print(json.dumps({"turns": case.turns, "presses": case.presses, "resident_kib": case.resident}))
    wizard.session.clear()
    wizard.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
