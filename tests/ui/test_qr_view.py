"""A code on the screen is read from the very pixels that are drawn, as a phone would."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage

from decision_aid.document.handoff import handoff_text
from decision_aid.ui.kit.buttons import LARGE_TARGET
from decision_aid.ui.kit.qr_view import QrView
from decision_aid.ui.kit.theme import Look
from decision_aid.ui.kit.words import Words
from tests.document.conftest import summary_for
from tests.ui.in_a_window import LOOKS, PLAIN, SCREENS, Window, look_id

TEXT = handoff_text(summary_for("both"))


class Shown:
    """A view of a text in a window, and somebody with a phone before it."""

    def __init__(
        self, qtbot: Any, look: Look = PLAIN, size: tuple[int, int] = (1024, 700), text: str = TEXT
    ) -> None:
        self.view = QrView(Words("en"))
        self.view.show_text(text)
        self.window = Window(qtbot, look, size, self.view)

    def read(self) -> str:
        """Read whatever code stands in a picture of the whole window."""
        grey = self.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        lines = bytes(grey.constBits())
        image = memoryview(lines).cast("B", (grey.height(), grey.bytesPerLine()))
        (found,) = zxingcpp.read_barcodes(image)
        return str(found.text)


@pytest.mark.parametrize("look", LOOKS, ids=look_id)
def test_a_phone_reads_the_whole_text_code_by_code_in_every_look(qtbot: Any, look: Look) -> None:
    for size in SCREENS:
        shown = Shown(qtbot, look, size)
        view = shown.view
        parts = [shown.read()]
        while view.next.isEnabled():
            qtbot.mouseClick(view.next, Qt.MouseButton.LeftButton)
            parts.append(shown.read())
        assert len(parts) == len(view.codes) > 1
        assert "".join(part.partition("\n")[2] for part in parts) == TEXT


@pytest.mark.parametrize("look", LOOKS, ids=look_id)
def test_everything_has_room_and_is_large_enough(qtbot: Any, look: Look) -> None:
    for size in SCREENS:
        shown = Shown(qtbot, look, size)
        view = shown.view
        for button in (view.before, view.next):
            assert button.height() >= LARGE_TARGET
            assert button.width() >= button.sizeHint().width()
        least = view.picture.minimumSizeHint()
        assert view.picture.width() >= least.width()
        assert view.picture.height() >= least.height()
        assert view.text.width() <= view.beside.viewport().width()
        assert view.text.height() >= view.text.heightForWidth(view.text.width())


def test_every_module_is_a_whole_number_of_pixels_on_white(qtbot: Any) -> None:
    shown = Shown(qtbot)
    view = shown.view
    image = view.picture.grab().toImage()
    side = len(view.code.modules) + 8
    scale = min(image.width(), image.height()) // side
    left, top = (image.width() - scale * side) // 2, (image.height() - scale * side) // 2
    for y, x in itertools.product(range(side), repeat=2):
        inside = 4 <= x < side - 4 and 4 <= y < side - 4
        wanted = "#000000" if inside and view.code.modules[y - 4][x - 4] else "#ffffff"
        for dx, dy in ((0, 0), (scale - 1, scale - 1)):
            colour = image.pixelColor(left + x * scale + dx, top + y * scale + dy)
            assert colour.name() == wanted, (x, y)


def test_the_words_stand_beside_the_code_and_a_screen_reader_hears_them(qtbot: Any) -> None:
    shown = Shown(qtbot)
    view = shown.view
    qtbot.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert view.text.text() == view.codes[1].text.strip()
    assert view.name.text() == f"QR code 2 of {len(view.codes)}"
    heard = QAccessible.queryAccessibleInterface(view.picture)
    assert heard.text(QAccessible.Text.Name) == view.name.text()
    assert heard.text(QAccessible.Text.Description) == view.codes[1].text


def test_before_leads_back_and_the_focus_never_stays_on_what_cannot_be_pressed(qtbot: Any) -> None:
    shown = Shown(qtbot)
    view = shown.view
    shown.window.activateWindow()
    while view.next.isEnabled():
        view.next.setFocus()
        qtbot.keyClick(view.next, Qt.Key.Key_Space)
    assert shown.window.focusWidget() is view.before
    while view.before.isEnabled():
        qtbot.keyClick(view.before, Qt.Key.Key_Space)
    assert view.code.number == 1
    assert shown.window.focusWidget() is view.next


def test_an_only_code_has_nothing_to_turn(qtbot: Any) -> None:
    shown = Shown(qtbot, text="A short text.\n")
    view = shown.view
    assert not view.next.isVisible()
    assert shown.read() == "A short text.\n"


def test_nothing_of_the_text_is_left_once_it_is_forgotten(qtbot: Any) -> None:
    shown = Shown(qtbot)
    view = shown.view
    view.forget()
    assert view.codes == ()
    assert view.text.text() == view.picture.accessibleDescription() == ""
    image = view.picture.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 400, 7) for y in range(0, 400, 7)}
    assert "#000000" not in colours
