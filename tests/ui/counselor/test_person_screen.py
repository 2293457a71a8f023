"""The person's own screen: only what is put there, as it was then, and never the focus."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from decision_aid.domain import Certainty
from decision_aid.ui.counselor.display import Detail, DisplayKind
from decision_aid.ui.kit.picture import Picture
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.theme import THEMES, ThemeName
from tests.ui.counselor.counselor import Counselor, words_of

pytestmark = pytest.mark.usefixtures("second_screen")

CONTROL = Qt.KeyboardModifier.ControlModifier


def show_answer(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.press(counselor.window.result_panel.show_answer)
    counselor.qtbot.waitUntil(counselor.window.isActiveWindow)


def test_it_is_blank_and_kind_at_the_start(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    assert counselor.window.person.window is None, "nothing opens by itself"
    counselor.press(counselor.window.person.bar.toggle)
    assert "Welcome" in words_of(counselor.person)
    assert "invasive" not in words_of(counselor.person)


def test_it_shows_the_answer_and_then_nothing(counselor: Counselor) -> None:
    show_answer(counselor)
    assert counselor.person.isVisible()
    assert "invasive" in words_of(counselor.person)
    assert "The person sees: What this means." in words_of(counselor.window.person.bar)
    counselor.key(Qt.Key.Key_F10)
    assert "invasive" not in words_of(counselor.person)
    assert "The person sees nothing." in words_of(counselor.window.person.bar)


def test_it_never_takes_the_focus_and_has_nothing_to_press(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.session.set_detail(Detail.EVERYTHING)
    counselor.window.what_if_panel.offers[0].click()
    for kind in (DisplayKind.ANSWER, DisplayKind.BODY, DisplayKind.COMPARISON):
        counselor.window.show_to_person(kind)
        person = counselor.person
        counselor.qtbot.waitUntil(counselor.window.isActiveWindow)
        assert person.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
        assert person.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        seen = [w for w in person.findChildren(QWidget) if w.isVisible()]
        assert not any(isinstance(widget, QAbstractButton) for widget in seen)
        assert [w for w in seen if w.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def test_what_was_put_there_stays_until_something_else_is_put_there(counselor: Counselor) -> None:
    show_answer(counselor)
    before = words_of(counselor.person)
    counselor.enter("liver")
    assert words_of(counselor.person) == before
    assert "The case has changed since then." in words_of(counselor.window.person.bar)
    counselor.press(counselor.window.result_panel.show_answer)
    assert "metastatic" in words_of(counselor.person)
    assert "The case has changed" not in words_of(counselor.window.person.bar)


def test_the_next_person_never_sees_the_last_one(counselor: Counselor) -> None:
    show_answer(counselor)
    counselor.window.session.clear()
    assert counselor.person.displayed.kind is DisplayKind.NOTHING
    assert "invasive" not in words_of(counselor.person)


def test_the_pictures_alone(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.press(counselor.window.result_panel.show_body)
    assert counselor.person.findChildren(Picture)
    assert "It is not metastatic" not in words_of(counselor.person)


def test_one_word_with_its_meaning(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    word = next(
        b
        for b in counselor.window.result_panel.findChildren(TermButton)
        if b.term.startswith("metasta")
    )
    counselor.press(word)
    show = next(
        b
        for b in counselor.window.findChildren(QAbstractButton)
        if b.isVisible() and b.accessibleName() == "Show to the person"
    )
    counselor.press(show)
    _, means = counselor.window.words.term(word.term)
    assert means.text in words_of(counselor.person)
    assert "This is invasive" not in words_of(counselor.person)


def test_a_comparison_says_that_its_examples_are_examples(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.session.set_detail(Detail.WHY)
    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.offers[0])
    counselor.key(Qt.Key.Key_F9)
    labels = [label.text() for label in counselor.person.findChildren(QLabel)]
    assert len([text for text in labels if "Example only." in text]) == 1
    assert {"If confirmed: Liver", "If clear: Liver", "Different", "Yes", "No"} <= set(labels)


def test_the_switch_rules_how_much_is_compared(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.what_if_panel.offers[0].click()
    counselor.key(Qt.Key.Key_F4)
    counselor.key(Qt.Key.Key_F9)
    levels = {
        Detail.ANSWER: {"Metastatic?", "How far"},
        Detail.WHY: {"What is marked", "What it means for treatment"},
        Detail.EVERYTHING: {"What there is to decide", "Questions to ask"},
    }
    wanted: set[str] = set()
    for detail, titles in levels.items():
        counselor.window.session.set_detail(detail)
        wanted |= titles
        shown = {label.text() for label in counselor.person.findChildren(QLabel)}
        assert shown & set().union(*levels.values()) == wanted


def test_an_answer_of_an_example_says_so_too(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.what_if_panel.offers[0].click()
    counselor.press(counselor.window.chooser.buttons[1])
    counselor.key(Qt.Key.Key_F3)
    counselor.press(counselor.window.result_panel.show_answer)
    assert "Example only." in words_of(counselor.person)


def test_the_summary_is_the_very_pages(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    pdf = counselor.paper()
    counselor.press(counselor.window.paper_panel.show_pages)
    assert counselor.person.displayed.pdf == pdf
    assert "Summary for my appointment" in words_of(counselor.person)


@pytest.mark.parametrize(
    ("detail", "there", "absent"),
    [
        (Detail.ANSWER, ("invasive",), ("Why", "What it means for treatment")),
        (Detail.WHY, ("Why", "What this cannot tell"), ("What it means for treatment",)),
        (Detail.EVERYTHING, ("Why", "What it means for treatment", "What there is to decide"), ()),
    ],
)
def test_the_switch_rules_both_screens(
    counselor: Counselor, detail: Detail, there: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    show_answer(counselor)
    key = {Detail.ANSWER: Qt.Key.Key_1, Detail.WHY: Qt.Key.Key_2, Detail.EVERYTHING: Qt.Key.Key_3}
    counselor.key(key[detail], CONTROL)
    for screen in (counselor.person, counselor.window.result_panel):
        lines = words_of(screen).splitlines()
        assert all(any(text in line for line in lines) for text in there), screen
        assert not any(line == text for line in lines for text in absent), screen


def test_it_has_its_own_text_size_and_colors(counselor: Counselor) -> None:
    show_answer(counselor)
    counselor.press(counselor.window.person.bar.look)
    size = next(
        b
        for b in counselor.window.findChildren(QAbstractButton)
        if b.isVisible() and b.text() == "200 %"
    )
    counselor.press(size)
    counselor.person.set_theme(ThemeName.HIGH_CONTRAST)
    assert counselor.person.current_look.percent == 200
    assert counselor.person.current_look.theme is THEMES[ThemeName.HIGH_CONTRAST]
    assert counselor.window.current_look.percent == 100
    counselor.window.set_text_size(150)
    assert counselor.person.current_look.percent == 200


def test_the_counselor_moves_what_the_person_reads(counselor: Counselor) -> None:
    counselor.window.session.set_detail(Detail.EVERYTHING)
    show_answer(counselor)
    bar = counselor.person.area.verticalScrollBar()
    counselor.qtbot.waitUntil(lambda: bar.maximum() > 0)
    counselor.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert bar.value() > 0
    counselor.key(Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert bar.value() == 0


def test_what_the_person_reads_stays_in_sight_when_its_text_grows(counselor: Counselor) -> None:
    counselor.window.session.set_detail(Detail.EVERYTHING)
    show_answer(counselor)
    area = counselor.person.area
    bar = area.verticalScrollBar()
    counselor.qtbot.waitUntil(lambda: bar.maximum() > 0)
    area.scroll_pages(2)
    before = area.reached
    assert before > 0
    counselor.person.set_text_size(200)
    counselor.qtbot.waitUntil(lambda: abs(area.reached - before) < 0.02, timeout=1500)
    counselor.key(Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert area.reached < before


def test_closing_it_takes_everything_off(counselor: Counselor) -> None:
    show_answer(counselor)
    counselor.press(counselor.window.person.bar.toggle)
    assert not counselor.person.isVisible()
    assert counselor.person.displayed.kind is DisplayKind.NOTHING
    assert "closed" in words_of(counselor.window.person.bar)


def test_its_end_is_the_end_of_its_words(counselor: Counselor) -> None:
    counselor.window.session.set_detail(Detail.EVERYTHING)
    show_answer(counselor)
    content: Any = counselor.person.area.widget()
    for width in (800, 1280, 1366):
        counselor.person.resize(width, 700)
        counselor.qtbot.waitUntil(
            lambda: content.height() == content.heightForWidth(content.width())
        )


def test_it_closes_with_the_window(counselor: Counselor) -> None:
    show_answer(counselor)
    person = counselor.person
    counselor.window.session.mark_saved()
    counselor.window.close()
    assert not person.isVisible()
