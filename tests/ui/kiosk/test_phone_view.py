"""The code for a phone is read from the very pixels of the screen, after one question."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from decision_aid.document.handoff import handoff_text
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kiosk.app import text_size_for
from decision_aid.ui.kiosk.phone_view import PhoneView
from decision_aid.ui.kit.theme import TEXT_SIZES, TOUCH_TARGET, ThemeName
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.test_touch import colors_of
from tests.ui.person import Person

FOUND = {PlaceId("breast_tissue"): Certainty.FOUND, PlaceId("liver"): Certainty.SUSPECTED}
SCREENS = [(800, 600), (1366, 768), (1920, 1080), (1080, 1920)]


def read_from(widget: QWidget) -> list[str]:
    """Read whatever code stands in a picture of the whole screen."""
    grey = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    image = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
    return [str(found.text) for found in zxingcpp.read_barcodes(image)]


def opened(kiosk: Person, size: tuple[int, int] = (1366, 768), percent: int = 125) -> PhoneView:
    window: Any = kiosk.wizard
    window.resize(*size)
    window.set_text_size(percent)
    page = kiosk.go_to("summary", marks=FOUND)
    kiosk.press(page.buttons["code"])
    view = page.phone
    assert isinstance(view, PhoneView)
    kiosk.qtbot.waitExposed(view)
    return view


def choose(kiosk: Person, view: PhoneView, number: int) -> None:
    kiosk.press(view.pages.findChildren(QAbstractButton)[number])
    kiosk.qtbot.wait(20)


@pytest.mark.parametrize("size", SCREENS)
def test_a_phone_reads_the_whole_page_from_one_code(kiosk: Person, size: tuple[int, int]) -> None:
    view = opened(kiosk, size, text_size_for(*size))
    assert view.size() == kiosk.wizard.size()
    assert read_from(view) == []
    choose(kiosk, view, 0)
    (read,) = read_from(view)
    assert read == handoff_text(kiosk.wizard.context.document)
    assert "Liver" in read


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
@pytest.mark.parametrize("percent", [TEXT_SIZES[0], TEXT_SIZES[-1]])
@pytest.mark.parametrize("size", SCREENS)
def test_it_is_read_in_every_look_and_what_is_pressed_stays_in_reach(
    kiosk: Person, theme: ThemeName, percent: int, size: tuple[int, int]
) -> None:
    kiosk.wizard.set_theme(theme)
    view = opened(kiosk, size, percent)
    choose(kiosk, view, 0)
    assert len(read_from(view)) == 1
    least = view.picture.minimumSizeHint()
    assert view.picture.width() >= least.width()
    assert view.picture.height() >= least.height()
    assert view.back.height() >= TOUCH_TARGET
    assert view.rect().contains(view.back.geometry())
    assert view.beside.horizontalScrollBar().maximum() == 0


def test_the_code_holds_nothing_of_the_person_unless_they_say_so(kiosk: Person) -> None:
    view = opened(kiosk)
    choose(kiosk, view, 1)
    (general,) = read_from(view)
    assert "Liver" not in general
    choose(kiosk, view, 0)
    (own,) = read_from(view)
    assert "Liver" in own
    choose(kiosk, view, 1)
    assert read_from(view) == [general]


def test_nothing_of_the_page_is_left_once_one_goes_back(kiosk: Person) -> None:
    view = opened(kiosk)
    choose(kiosk, view, 0)
    left: list[Any] = []
    view.finished.connect(lambda _: left.extend([view.code, view.picture.accessibleDescription()]))
    kiosk.press(view.back)
    assert left == [None, ""]
    assert kiosk.step == "summary"


def test_nobody_who_comes_by_can_read_it_behind_the_question(kiosk: Person) -> None:
    view = opened(kiosk)
    choose(kiosk, view, 0)
    window: Any = kiosk.wizard
    window.warn()
    kiosk.qtbot.wait(50)
    assert read_from(view) == []
    assert len(colors_of(view)) == 1
    window.warning.more.click()
    kiosk.qtbot.wait(50)
    assert len(read_from(view)) == 1


def test_every_module_is_a_whole_number_of_pixels_on_white(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    view = opened(kiosk)
    choose(kiosk, view, 0)
    assert view.code is not None
    modules = view.code.modules
    image = view.picture.grab().toImage()
    side = len(modules) + 8
    scale = min(image.width(), image.height()) // side
    left, top = (image.width() - scale * side) // 2, (image.height() - scale * side) // 2
    for y, x in itertools.product(range(side), repeat=2):
        inside = 4 <= x < side - 4 and 4 <= y < side - 4
        wanted = "#000000" if inside and modules[y - 4][x - 4] else "#ffffff"
        for dx, dy in ((0, 0), (scale - 1, scale - 1)):
            colour = image.pixelColor(left + x * scale + dx, top + y * scale + dy)
            assert colour.name() == wanted, (x, y)


def test_a_screen_reader_hears_the_page(kiosk: Person) -> None:
    view = opened(kiosk)
    choose(kiosk, view, 0)
    assert view.code is not None
    heard = QAccessible.queryAccessibleInterface(view.picture)
    assert heard.text(QAccessible.Text.Name) == "QR code"
    assert heard.text(QAccessible.Text.Description) == view.code.text


def test_by_keyboard_alone(kiosk: Person) -> None:
    view = opened(kiosk)
    kiosk.qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert len(read_from(view)) == 1
    kiosk.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert kiosk.step == "summary"
