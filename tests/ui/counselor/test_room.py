"""Nothing is cut off in any part, size and theme; everything has a name and can be reached."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from decision_aid.domain import Certainty, Side
from decision_aid.ui.counselor.display import Detail, DisplayKind
from decision_aid.ui.counselor.header import PARTS
from decision_aid.ui.kit.expander import ExpanderButton
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES
from tests.domain.cases import case, found, suspected
from tests.ui.counselor.counselor import Counselor
from tests.ui.measures import clipped, overlapping

WINDOWS = ((1024, 700), (1280, 800))


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def inside(area: QScrollArea) -> QWidget:
    widget = area.widget()
    assert widget is not None
    return widget


def problems(window: Any) -> Iterator[str]:
    areas = [window.header, window.tabs, window.person.bar]
    if window.chooser.isVisible():
        areas.append(window.chooser)
    for panel in window.panels.values():
        if panel.isVisible():
            areas.append(inside(panel))
            if panel.horizontalScrollBar().maximum() > 0:
                yield f"{panel.title.text()} is wider than its room"
    for area in areas:
        yield from clipped(area)
        yield from overlapping(area)


def fill(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a ER+ HER2-")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.enter("bone", Certainty.UNKNOWN)
    counselor.enter("collarbone")


def states(counselor: Counselor) -> Iterator[str]:
    """Go through everything that the window can show."""
    window = counselor.window
    panel = window.case_panel
    yield "empty"
    counselor.write("lymph")
    yield "places that fit"
    counselor.line.clear()
    counselor.type("C50.411, C77.3, T0 M0 and livr C78.7? rT4b")
    for row in counselor.pending.rows:
        row.open()
    counselor.pending.candidates["liver"][0].click()  # type: ignore[index]
    counselor.pending.meanings.button.click()
    yield "to confirm"
    counselor.pending.confirm()
    yield "to confirm, with an error"
    panel.close_confirm()
    fill(counselor)
    panel.rows[-1].open()
    panel.facts.biology.open()
    yield "a case, opened"
    panel.rows[-1].change.click()
    panel.facts.biology.change.click()
    for detail in Detail:
        window.session.set_detail(detail)
        window.show_part("result")
        yield f"result, {detail}"
    window.what_if_panel.offers[0].click()
    for part in PARTS:
        window.show_part(part)
        yield f"{part}, with examples"
    window.show_part("what_if")
    for opener in window.what_if_panel.findChildren(ExpanderButton):
        opener.click()
    yield "what if, with all that is the same"
    window.session.work_on(1)
    window.show_part("paper")
    yield "paper of an example"


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("room", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_nothing_is_cut_off_or_covered(
    counselor: Counselor, size: int, room: tuple[int, int]
) -> None:
    window = counselor.window
    window.set_text_size(size)
    window.resize(*room)
    settle()
    assert (window.width(), window.height()) == room, "the window does not fit its screen"
    found: dict[str, list[str]] = {}
    for state in states(counselor):
        settle()
        found[state] = list(problems(window))
    for theme in THEMES:
        window.set_theme(theme)
        settle()
        found[f"paper, {theme}"] = list(problems(window))
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_what_opens_over_the_window_fits_too(
    counselor: Counselor, tmp_path: Any, size: int
) -> None:
    window = counselor.window
    window.set_text_size(size)
    window.resize(1024, 700)
    found = []
    for opener in (window.header.menu, window.header.look, window.person.bar.look):
        counselor.qtbot.waitUntil(window.isActiveWindow)
        counselor.press(opener)
        settle()
        (panel,) = (p for p in window.findChildren(Popover) if p.isVisible())
        area = inside(panel.findChildren(QScrollArea)[0])
        found += [*clipped(area), *overlapping(area)]
        panel.dismiss()
        settle()
    window.open_help()
    settle()
    area = inside(counselor.dialog().findChildren(QScrollArea)[0])
    found += [*clipped(area), *overlapping(area)]
    counselor.dialog().accept()
    settle()
    window.session_files.save_to(tmp_path / "a.decisionaid")
    settle()
    dialog = counselor.dialog()
    dialog.start()
    settle()
    area = inside(dialog.area)
    found += [*clipped(area), *overlapping(area)]
    dialog.reject()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("theme", THEMES)
def test_the_screen_of_the_person_fits_too(counselor: Counselor, size: int, theme: Any) -> None:
    fill(counselor)
    window = counselor.window
    window.what_if_panel.offers[0].click()
    found: dict[str, list[str]] = {}
    for kind in (DisplayKind.NOTHING, DisplayKind.ANSWER, DisplayKind.BODY, DisplayKind.COMPARISON):
        window.show_to_person(kind)
        person = counselor.person
        person.set_text_size(size)
        person.set_theme(theme)
        for detail in Detail:
            window.session.set_detail(detail)
            for width, height in ((640, 480), (1280, 800)):
                person.resize(width, height)
                settle()
                area = inside(person.area)
                found[f"{kind} {detail} {width}"] = [*clipped(area), *overlapping(area)]
    window.person.show_word("metastatic")
    settle()
    found["word"] = [*clipped(inside(counselor.person.area))]
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("room", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_two_answers_stand_beside_each_other_row_by_row(
    counselor: Counselor, room: tuple[int, int]
) -> None:
    fill(counselor)
    counselor.window.resize(*room)
    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.offers[0])
    settle()
    shown = counselor.window.what_if_panel.side_by_side
    assert shown is not None
    pairs = [[stop.geometry() for stop in line] for line in shown.table.stops if len(line) == 2]
    assert len(pairs) >= 6
    assert all(left.top() == right.top() for left, right in pairs)
    assert all(abs(left.width() - right.width()) <= 1 for left, right in pairs)
    assert len({left.left() for left, _ in pairs}) == len({right.left() for _, right in pairs}) == 1


@pytest.mark.parametrize("size", [100, 200])
def test_two_breasts_and_a_copy_fit_too(counselor: Counselor, size: int) -> None:
    window = counselor.window
    window.resize(1024, 700)
    window.set_text_size(size)
    left, right = found("ducts_only", side=Side.LEFT), found("breast_tissue", side=Side.RIGHT)
    before = case(left, right, suspected("liver"), side=Side.BOTH)
    window.session.change(side=before.side, findings=before.findings)
    window.what_if_panel.add_copy.click()
    nodes = found("nodes_armpit", side=Side.LEFT)
    window.session.change(findings=(*before.findings[:2], nodes, found("liver")))
    counselor.key(Qt.Key.Key_F4)
    settle()
    assert list(problems(window)) == []
    shown = window.what_if_panel.side_by_side
    assert shown is not None
    names = [stop.accessibleName() for line in shown.table.stops for stop in line]
    for about in ("Taken together", "Your left breast", "Your right breast"):
        assert [name for name in names if f"{about}: Metastatic?" in name]


def test_two_answers_stand_below_each_other_where_there_is_no_room(counselor: Counselor) -> None:
    fill(counselor)
    window = counselor.window
    window.resize(1024, 700)
    window.set_text_size(200)
    counselor.key(Qt.Key.Key_F4)
    counselor.press(window.what_if_panel.offers[0])
    settle()
    shown = window.what_if_panel.side_by_side
    assert shown is not None
    for line in shown.table.stops:
        names = [stop.accessibleName() for stop in line]
        for above, below in itertools.pairwise(stop.geometry() for stop in line):
            assert above.bottom() < below.top(), names
            assert above.left() == below.left(), names
        for stop, name in zip(line, ("If confirmed: ", "If clear: "), strict=False):
            labels = [label.text() for label in stop.findChildren(QLabel) if label.isVisible()]
            assert len(line) == 1 or labels[0].startswith(name)


def controls(window: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    return [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab]


def test_every_control_has_a_name(counselor: Counselor) -> None:
    for state in states(counselor):
        settle()
        for control in controls(counselor.window):
            if isinstance(control, QAbstractButton | QLineEdit | QPlainTextEdit):
                interface = QAccessible.queryAccessibleInterface(control)
                name = interface.text(QAccessible.Text.Name)
                assert re.sub(r"\W", "", name), f"{state}: {control} has no name"


def test_no_two_letters_clash(counselor: Counselor) -> None:
    for state in states(counselor):
        settle()
        letters = Counter(
            match[1].lower()
            for b in counselor.window.findChildren(QAbstractButton)
            if b.isVisible() and (match := re.search(r"&(\w)", b.text()))
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], state


def test_tab_goes_through_everything_as_one_reads(counselor: Counselor) -> None:
    fill(counselor)
    for part in ("result", "what_if", "teach_back", "paper"):
        counselor.window.show_part(part)
        settle()
        wanted = {c for c in controls(counselor.window) if c.isEnabled()}
        counselor.window.header.menu.setFocus()
        reached = [QApplication.focusWidget()]
        for _ in range(len(wanted) + 3):
            counselor.key(Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        radios = {c for c in wanted if isinstance(c, QRadioButton) or c in tabs(counselor)}
        assert wanted - radios <= set(reached), part
        order = [w for w in reached if w is not None]
        line, nothing = counselor.line, counselor.window.person.bar.nothing
        assert order.index(line) < order.index(nothing), part


def tabs(counselor: Counselor) -> set[QWidget]:
    """Return the tabs: of a group of buttons only one is a stop."""
    return {*counselor.window.tabs.tabs.values(), *counselor.window.chooser.buttons}


def test_every_key_of_the_help_does_something_and_every_key_stands_there(
    counselor: Counselor,
) -> None:
    told = " ".join(counselor.window.words.group("counselor_keys").values())
    bound = {s.key().toString() for s in counselor.window.findChildren(QShortcut)}
    also = {"Ctrl+=": "Ctrl + Plus", "Ctrl++": "Ctrl + Plus", "Ctrl+-": "Ctrl + Minus"}
    also |= {"Ctrl+2": "Ctrl + 1, 2 or 3", "Ctrl+3": "Ctrl + 1, 2 or 3", "Ctrl+1": "Ctrl + 1"}
    also |= {"Alt+PgUp": "Alt + Page up", "Alt+PgDown": "Page down"}
    for key in bound:
        assert also.get(key, key.replace("+", " + ")) in told, key
    named = set(re.findall(r"\bF\d+\b", told))
    assert named <= bound


@pytest.mark.parametrize(
    ("key", "part"),
    [
        (Qt.Key.Key_F3, "result"),
        (Qt.Key.Key_F4, "what_if"),
        (Qt.Key.Key_F5, "teach_back"),
        (Qt.Key.Key_F6, "notes"),
        (Qt.Key.Key_F7, "paper"),
    ],
)
def test_a_key_shows_each_part_and_puts_the_focus_there(
    counselor: Counselor, key: Qt.Key, part: str
) -> None:
    counselor.key(key)
    panel = counselor.window.panels[part]
    assert panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    assert counselor.window.tabs.tabs[part].isChecked()
    counselor.key(Qt.Key.Key_F2)
    assert counselor.line.hasFocus()
