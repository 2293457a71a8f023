"""Somebody who presses real pixels of the window, and everything they passed until the answer."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.window import Wizard
from tests.counts.words_seen import count, texts_in_pictures, texts_of_frame, texts_of_page
from tests.qt_application import in_fusion

LAPTOP: Final = (1366, 768 - 40)
"""A common small laptop, less the bar of its desktop."""


class Passed(NamedTuple):
    """What it took to come to a page.

    Attributes:
        pages: how many were passed, with the last one.
        presses: of the mouse.
        words: of labels, buttons and fields on all these pages, whatever stood there in between.
        words_of_frame: above and below the pages, which stay where they are.
        words_in_pictures: the names in the drawings.
        scrolling: the pages that are taller than the window.
    """

    pages: int
    presses: int
    words: int
    words_of_frame: int
    words_in_pictures: int
    scrolling: tuple[str, ...]


class Walker:
    """Walks through a wizard of their own; ``close`` it at the end."""

    def __init__(self, size: tuple[int, int] = LAPTOP) -> None:
        in_fusion()
        self.wizard = Wizard(Words("en"), theme=ThemeName.LIGHT)
        _ = self.wizard.words.content  # medical words are then explained on the first page too
        self.wizard.resize(*size)
        self.wizard.show()
        assert QTest.qWaitForWindowExposed(self.wizard)
        self._presses = 0
        self._steps: list[str] = []
        self._frame: Counter[str] = Counter()
        self._page: dict[str, Counter[str]] = {}
        self._pictures: dict[str, Counter[str]] = {}
        self._scrolling: list[str] = []
        self._look_around()

    @property
    def page(self) -> Any:
        return self.wizard.page

    def press(self, target: QWidget) -> None:
        """Press the middle of something that can be seen, scrolling to it where it is needed."""
        if self.page.isAncestorOf(target):
            self.page.ensureWidgetVisible(target)
            QApplication.processEvents()
        middle = target.mapTo(self.wizard, target.rect().center())
        seen = self.wizard.childAt(middle)
        assert target.isEnabled()
        assert seen is not None
        assert seen is target or target.isAncestorOf(seen), f"{seen} lies over {target}"
        window = self.wizard.windowHandle()
        assert QRect(QPoint(0, 0), window.size()).contains(middle)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self._presses += 1
        self._look_around()

    def go_on(self) -> None:
        """Press what leads on."""
        self.press(self.wizard.footer.go_on)

    def passed(self) -> Passed:
        """Return what it took until now."""
        return Passed(
            pages=len(self._steps),
            presses=self._presses,
            words=sum(map(count, self._page.values())),
            words_of_frame=count(self._frame),
            words_in_pictures=sum(map(count, self._pictures.values())),
            scrolling=tuple(self._scrolling),
        )

    def words_of(self, step: str) -> int:
        """Return how many words stood on one page."""
        return count(self._page[step])

    def close(self) -> None:
        """Leave, and let nothing stay behind."""
        self.wizard.forget()
        self.wizard.close()
        self.wizard.deleteLater()

    def _look_around(self) -> None:
        """Read what there is to see now; what was read before on the same page counts once."""
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        page, step = self.page, str(self.page.step)
        if step not in self._steps:
            self._steps.append(step)
        self._frame |= texts_of_frame(self.wizard)
        # The fullest that each text stood there: a mark that was taken back was read all the same.
        self._page[step] = self._page.get(step, Counter()) | texts_of_page(page)
        self._pictures[step] = self._pictures.get(step, Counter()) | texts_in_pictures(page)
        if page.verticalScrollBar().maximum() > 0 and step not in self._scrolling:
            self._scrolling.append(step)
