"""One screen for both: the person's view fills it, and its one way leads back to the desk."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScroller, QWidget

from decision_aid.ui.counselor import person_bar, person_window
from decision_aid.ui.counselor.display import Detail, DisplayKind
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES, ThemeName
from tests.ui.counselor.counselor import Counselor, words_of
from tests.ui.counselor.screens import Screens
from tests.ui.kiosk.finger import touch_screen
from tests.ui.measures import clipped

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def show_answer(counselor: Counselor, detail: Detail = Detail.ANSWER) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.window.session.set_detail(detail)
    counselor.key(Qt.Key.Key_F3)
    counselor.press(counselor.window.result_panel.show_answer)
    counselor.qtbot.waitUntil(counselor.person.isActiveWindow)


def state(counselor: Counselor) -> str:
    return counselor.window.person.bar.state.text()


def seen(counselor: Counselor) -> list[QWidget]:
    return [w for w in counselor.person.findChildren(QWidget) if w.isVisible()]


def test_it_fills_the_screen_with_nothing_of_the_desk(counselor: Counselor) -> None:
    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(counselor.window.notes_panel.field, "Sister comes along")
    show_answer(counselor)
    person = counselor.person
    assert person.geometry() == counselor.window.screen().geometry()
    assert person.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert person.isModal(), "nothing else of the program comes before it"
    assert person.windowHandle().transientParent() is counselor.window.windowHandle()
    assert "invasive" in words_of(person)
    assert "Sister" not in words_of(person)
    buttons = [w for w in seen(counselor) if isinstance(w, QAbstractButton)]
    assert buttons == [person.way_back.button]
    assert not any(isinstance(w, QLineEdit) for w in seen(counselor))


def test_its_print_is_large(counselor: Counselor) -> None:
    show_answer(counselor)
    assert counselor.person.current_look.percent == 150
    counselor.key(Qt.Key.Key_Plus, CONTROL)
    assert counselor.person.current_look.percent == 175
    counselor.key(Qt.Key.Key_Minus, CONTROL)
    assert counselor.person.current_look.percent == 150
    assert counselor.window.current_look.percent == 100


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_way_back_is_one_button_at_the_edge_in_the_size_of_the_desk(
    counselor: Counselor, size: int, theme: ThemeName
) -> None:
    counselor.window.set_text_size(size)
    show_answer(counselor)
    person = counselor.person
    person.set_theme(theme)
    QApplication.processEvents()
    button = person.way_back.button
    assert button.text() == "Back to the desk"
    assert button.height() >= 44
    assert button.width() >= 44
    assert button.font().pixelSize() == counselor.window.header.help.font().pixelSize()
    assert button.mapTo(person, button.rect().bottomLeft()).y() > person.height() - 44
    person.resize(800, 600)
    QApplication.processEvents()
    assert [*clipped(person.way_back)] == []


def test_a_screen_reader_hears_what_is_shown_and_how_to_go_back(
    counselor: Counselor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for module in (person_window, person_bar):
        monkeypatch.setattr(module, "announce", lambda _, text: said.append(text))
    show_answer(counselor)
    assert said == ["What this means"]
    heading = QApplication.focusWidget()
    assert isinstance(heading, QLabel)
    assert heading.text() == "What this means"
    counselor.key(Qt.Key.Key_Tab)
    button = counselor.person.way_back.button
    assert button.hasFocus()
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Back to the desk"
    assert "Escape" in interface.text(QAccessible.Text.Description)
    said.clear()
    counselor.key(Qt.Key.Key_Space)
    assert counselor.covering() is None
    assert said == ["Put away: What this means. Your desk is in view."]


def by_escape(counselor: Counselor) -> None:
    counselor.key(Qt.Key.Key_Escape)


def by_the_button(counselor: Counselor) -> None:
    counselor.press(counselor.person.way_back.button)


def by_closing(counselor: Counselor) -> None:
    counselor.person.close()  # what Alt and F4 come to


@pytest.mark.parametrize("go_back", [by_escape, by_the_button, by_closing])
def test_back_at_the_same_place_and_what_was_shown_is_kept(
    counselor: Counselor, go_back: Callable[[Counselor], None]
) -> None:
    show_answer(counselor)
    counselor.back_to_desk()
    window = counselor.window
    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(window.notes_panel.field, "Sister comes")
    before = window.geometry(), window.in_front, window.case_panel.verticalScrollBar().value()
    counselor.key(Qt.Key.Key_F9)
    assert counselor.covering() is not None
    assert "invasive" in words_of(counselor.person)
    go_back(counselor)
    counselor.qtbot.waitUntil(window.isActiveWindow)
    assert counselor.covering() is None
    after = window.geometry(), window.in_front, window.case_panel.verticalScrollBar().value()
    assert after == before
    focused = QApplication.focusWidget()
    assert focused is window.notes_panel.field
    counselor.qtbot.keyClicks(focused, " along")
    assert window.session.notes == "Sister comes along"
    assert state(counselor) == "Put away: What this means. Your desk is in view."
    counselor.press(window.person.bar.toggle)
    assert "invasive" in words_of(counselor.person)


def test_f10_goes_back_and_shows_nothing_the_next_time(counselor: Counselor) -> None:
    show_answer(counselor)
    counselor.key(Qt.Key.Key_F10)
    counselor.qtbot.waitUntil(counselor.window.isActiveWindow)
    assert counselor.covering() is None
    assert state(counselor) == "The person's screen is closed."
    counselor.press(counselor.window.person.bar.toggle)
    assert "Welcome" in words_of(counselor.person)
    assert "invasive" not in words_of(counselor.person)


@pytest.mark.parametrize("take_off", ["nothing", "next person"])
def test_what_was_put_away_can_be_taken_off(counselor: Counselor, take_off: str) -> None:
    show_answer(counselor)
    counselor.back_to_desk()
    if take_off == "nothing":
        counselor.press(counselor.window.person.bar.nothing)
    else:
        counselor.window.session.clear()
    assert state(counselor) == "The person's screen is closed."
    assert counselor.person.displayed.kind is DisplayKind.NOTHING
    assert "invasive" not in words_of(counselor.person)


def test_what_was_put_away_is_known_to_be_older_than_the_case(counselor: Counselor) -> None:
    show_answer(counselor)
    counselor.back_to_desk()
    counselor.enter("liver")
    assert "The case has changed since then." in state(counselor)


def test_what_is_only_for_the_counselor_shows_nothing_where_nothing_was_put_away(
    counselor: Counselor,
) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.key(Qt.Key.Key_F6)
    counselor.key(Qt.Key.Key_F9)
    assert counselor.covering() is None


def test_a_word_is_shown_from_its_explanation_and_back_again(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    word = next(iter(counselor.window.result_panel.findChildren(TermButton)))
    counselor.press(word)
    buttons = counselor.window.findChildren(QAbstractButton)
    counselor.press(next(b for b in buttons if b.accessibleName() == "Show to the person"))
    counselor.qtbot.waitUntil(counselor.person.isActiveWindow)
    assert counselor.window.words.term(word.term)[1].text in words_of(counselor.person)
    counselor.back_to_desk()
    counselor.qtbot.waitUntil(counselor.window.isActiveWindow)
    assert "Put away: the word" in state(counselor)


def test_it_moves_by_keys(counselor: Counselor) -> None:
    show_answer(counselor, Detail.EVERYTHING)
    bar = counselor.person.area.verticalScrollBar()
    counselor.qtbot.waitUntil(lambda: bar.maximum() > 2 * counselor.person.height())
    none = Qt.KeyboardModifier.NoModifier
    pairs = (
        (Qt.Key.Key_Down, Qt.Key.Key_Up, none),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, none),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, ALT),
        (Qt.Key.Key_End, Qt.Key.Key_Home, none),
    )
    for from_the_button in (False, True):
        if from_the_button:
            counselor.key(Qt.Key.Key_Tab)
        for down, up, modifier in pairs:
            counselor.key(down, modifier)
            assert bar.value() > 0, down
            counselor.key(up, modifier)
            assert bar.value() == 0, up
    counselor.key(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_it_moves_by_wheel_and_by_finger(counselor: Counselor) -> None:
    show_answer(counselor, Detail.EVERYTHING)
    person: Any = counselor.person
    bar, view = person.area.verticalScrollBar(), person.area.viewport()
    counselor.qtbot.waitUntil(lambda: bar.maximum() > person.height())
    middle = view.rect().center()
    turned = QWheelEvent(
        QPointF(middle),
        QPointF(view.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turned)
    by_wheel = bar.value()
    assert by_wheel > 0
    assert QScroller.hasScroller(view)
    at = view.mapTo(person, QPoint(40, view.height() * 3 // 4))
    QTest.touchEvent(person, touch_screen()).press(0, at, person).commit()
    for _ in range(12):
        at -= QPoint(0, view.height() // 24)
        QTest.touchEvent(person, touch_screen()).move(0, at, person).commit()
        counselor.qtbot.wait(16)
    QTest.touchEvent(person, touch_screen()).release(0, at, person).commit()
    counselor.qtbot.waitUntil(lambda: bar.value() > by_wheel)


def test_their_text_is_chosen_without_covering_the_desk(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.press(counselor.window.person.bar.look)
    assert counselor.covering() is None
    buttons = counselor.window.findChildren(QAbstractButton)
    counselor.press(next(b for b in buttons if b.isVisible() and b.text() == "200 %"))
    counselor.press(counselor.window.result_panel.show_answer)
    assert counselor.person.current_look.percent == 200


def test_a_second_screen_plugged_in_takes_what_is_shown(
    counselor: Counselor, screens: Screens
) -> None:
    show_answer(counselor)
    screens.plug_in()
    person = counselor.person
    counselor.qtbot.waitUntil(lambda: not person.covers_desk)
    counselor.qtbot.waitUntil(counselor.window.isActiveWindow)
    assert person.isVisible()
    assert not person.isModal()
    assert person.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not person.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not person.way_back.isVisible()
    assert "invasive" in words_of(person)
    assert state(counselor) == "The person sees: What this means."


def test_a_second_screen_plugged_out_puts_away_what_was_shown(
    counselor: Counselor, second_screen: Screens
) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.press(counselor.window.result_panel.show_answer)
    assert counselor.covering() is None
    second_screen.plug_out()
    person = counselor.person
    counselor.qtbot.waitUntil(lambda: not person.isVisible())
    assert state(counselor) == "Put away: What this means. Your desk is in view."
    counselor.press(counselor.window.person.bar.toggle)
    assert counselor.covering() is person
    assert person.geometry() == counselor.window.screen().geometry()
    assert "invasive" in words_of(person)


def test_a_screen_that_comes_opens_nothing_by_itself(
    counselor: Counselor, screens: Screens
) -> None:
    show_answer(counselor)
    counselor.back_to_desk()
    screens.plug_in()
    counselor.qtbot.wait(500)
    assert not counselor.person.isVisible()
    counselor.press(counselor.window.person.bar.toggle)
    assert counselor.person.isVisible()
    assert counselor.covering() is None
    assert "invasive" in words_of(counselor.person)


def test_it_fills_a_screen_that_turns(counselor: Counselor) -> None:
    show_answer(counselor)
    screen = counselor.window.screen()
    counselor.person.setGeometry(0, 0, 300, 200)
    screen.geometryChanged.emit(screen.geometry())
    counselor.qtbot.waitUntil(lambda: counselor.person.geometry() == screen.geometry())
    assert counselor.person.isActiveWindow()


def test_another_screen_is_one_without_the_desk(
    counselor: Counselor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert person_window.other_screen(counselor.window) is None
    other: Any = object()
    here = counselor.window.screen()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [here, other])
    assert person_window.other_screen(counselor.window) is other
