"""The case as a map: it shows what was said, and a press says it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import Side
from tests.domain.cases import found
from tests.ui.counselor.counselor import Counselor, words_of


def press(counselor: Counselor, region: str) -> None:
    """Press a part of the figure in the middle of its mark."""
    figure = counselor.window.map_panel.figure
    button = next(b for b in figure.buttons if b.region.id == region)
    at = figure._scene.transform(button.region.drawing).map(QPointF(*button.region.at))
    counselor.qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at.toPoint())
    QApplication.processEvents()


def marked(counselor: Counselor) -> set[str]:
    return {mark.place for mark in counselor.window.map_panel.figure._marks}


def test_what_a_line_says_stands_on_the_map(counselor: Counselor) -> None:
    counselor.window.resize(1366, 768)
    counselor.type("L IDC, liver?, brain mets")
    assert counselor.window.map_panel.isVisible()
    assert marked(counselor) == {"breast_tissue", "liver", "brain"}


def test_a_press_marks_and_another_takes_the_mark_away_and_both_can_be_undone(
    counselor: Counselor,
) -> None:
    counselor.window.resize(1366, 768)
    press(counselor, "liver")
    assert counselor.found == {found("liver")}
    press(counselor, "liver")
    assert counselor.found == set()
    counselor.press(counselor.window.header.undo)
    assert counselor.found == {found("liver")}


def test_nodes_wait_for_the_breast_and_a_press_on_it_says_which(counselor: Counselor) -> None:
    counselor.window.resize(1366, 768)
    press(counselor, "armpit_left")
    assert counselor.found == set()
    assert "First choose the breast" in words_of(counselor.window.map_panel)
    press(counselor, "breast_left")
    assert counselor.window.session.answers.side is Side.LEFT
    press(counselor, "armpit_left")
    assert counselor.found == {found("nodes_armpit")}
    press(counselor, "armpit_right")
    assert found("nodes_other_armpit") in counselor.found


def test_one_press_takes_the_mark_of_one_breast_alone(counselor: Counselor) -> None:
    counselor.window.resize(1366, 768)
    counselor.type("bilateral IDC, both axillae +")
    assert found("nodes_armpit") in counselor.found
    press(counselor, "armpit_left")
    assert found("nodes_armpit", side=Side.RIGHT) in counselor.found
    assert found("nodes_armpit", side=Side.LEFT) not in counselor.found


def test_the_key_shows_the_map_and_puts_the_focus_there(counselor: Counselor) -> None:
    for width in (1366, 1000, 800):
        counselor.window.resize(width, 700)
        counselor.key(Qt.Key.Key_F8)
        panel = counselor.window.map_panel
        assert panel.isVisible()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)
        counselor.key(Qt.Key.Key_F3)
