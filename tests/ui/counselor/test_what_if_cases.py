"""What-if cases in the window: offered, named, changed, and gone with one key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from decision_aid.domain import Certainty
from decision_aid.storage.answers import plain
from decision_aid.ui.counselor.two_columns import TwoColumns
from decision_aid.ui.kit.cards import Badge
from tests.domain.cases import found, not_found, suspected
from tests.ui.counselor.counselor import Counselor, words_of


def compare_liver(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.offers[0])


def test_what_is_not_settled_is_offered_ready_made(counselor: Counselor) -> None:
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.enter("bone", Certainty.UNKNOWN)
    counselor.enter("lung", Certainty.NOT_FOUND)
    counselor.key(Qt.Key.Key_F4)
    offers = [offer.accessibleName() for offer in counselor.window.what_if_panel.offers]
    assert offers == [
        "Compare: Liver",
        "Compare: Bone (such as spine, ribs, hips)",
        "Compare: all of these at once",
    ]


def test_both_examples_stand_side_by_side(counselor: Counselor) -> None:
    compare_liver(counselor)
    session = counselor.window.session
    assert [case.name for case in session.cases] == [
        "",
        "If confirmed: Liver",
        "If clear: Liver",
    ]
    assert found("liver") in session.cases[1].answers.findings
    assert not_found("liver") in session.cases[2].answers.findings
    shown = table(counselor)
    assert shown.lines[0][0].findChildren(QLabel)[0].text() == "If confirmed: Liver"
    assert shown.lines[0][1].findChildren(QLabel)[0].text() == "If clear: Liver"
    assert len(said(counselor, "Example only. It shows what would be if.")) == 1


def test_what_differs_is_marked_in_both_and_what_is_the_same_stands_once(
    counselor: Counselor,
) -> None:
    compare_liver(counselor)
    metastatic = next(
        line for line in table(counselor).stops if "Metastatic?" in line[0].accessibleName()
    )
    assert [stop.accessibleName() for stop in metastatic] == [
        "If confirmed: Liver: Metastatic?: Different",
        "If clear: Liver: Metastatic?: Different",
    ]
    assert [stop.property("role") for stop in metastatic] == ["different", "different"]
    labels = [[label.text() for label in stop.findChildren(QLabel)] for stop in metastatic]
    assert all("Different" in words for words in labels)
    assert [stop.findChildren(Badge)[0].verdict.text() for stop in metastatic] == ["Yes", "No"]
    assert len(said(counselor, "Invasive? Same in both: Yes.")) == 1
    assert said(counselor, "Which drugs now? Only here")


def test_one_copy_stands_beside_the_case_as_it_is_and_is_the_only_example(
    counselor: Counselor,
) -> None:
    counselor.confirm("C50.412")
    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.add_copy)
    counselor.key(Qt.Key.Key_F4)
    assert said(counselor, "Nothing is different between these two.")
    as_it_is, copied = table(counselor).lines[0]
    assert [label.text() for label in as_it_is.findChildren(QLabel)] == ["As it is"]
    assert "Example only." in words_of(copied)
    counselor.enter("brain")
    counselor.key(Qt.Key.Key_F4)
    assert not said(counselor, "Nothing is different between these two.")
    assert len(said(counselor, "Example only. It shows what would be if.")) == 1


def test_a_second_copy_has_a_name_of_its_own(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    for _ in range(2):
        counselor.key(Qt.Key.Key_F4)
        counselor.press(counselor.window.what_if_panel.add_copy)
    names = [case.name for case in counselor.window.session.cases]
    assert names == ["", "A copy to change", "A second copy to change"]


def test_keys_go_through_a_comparison_as_one_reads_it(counselor: Counselor) -> None:
    compare_liver(counselor)
    show = counselor.window.what_if_panel.show_cases
    assert show.hasFocus()
    stops = table(counselor).stops
    for _ in range(2):
        counselor.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stops[0][0]
    for line in stops[1:]:
        counselor.key(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is line[0]
        assert not line[0].visibleRegion().isEmpty(), "it comes into sight"
        for other in line[1:]:
            counselor.key(Qt.Key.Key_Right)
            assert QApplication.focusWidget() is other
            counselor.key(Qt.Key.Key_Left)
            assert QApplication.focusWidget() is line[0]
    counselor.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is stops[-1][0], "there is nothing below"
    counselor.key(Qt.Key.Key_Tab)
    counselor.key(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is stops[-1][0], "Tab comes back to what was read last"


def test_a_screen_reader_hears_each_part_with_its_words_as_one_reads(counselor: Counselor) -> None:
    compare_liver(counselor)
    shown = table(counselor)
    stops = [stop for line in shown.stops for stop in line]
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface.role() is QAccessible.Role.Grouping
        assert interface.text(QAccessible.Text.Name)
        assert interface.text(QAccessible.Text.Description)
    heard = [child for child in shown.children() if child in stops]
    assert heard == stops
    places = [(stop.y(), stop.x()) for stop in stops]
    assert places == sorted(places)


def table(counselor: Counselor) -> TwoColumns:
    shown = counselor.window.what_if_panel.side_by_side
    assert shown is not None
    return shown.table


def said(counselor: Counselor, words: str) -> list[str]:
    """Return each text in this part of the window that begins with these words."""
    texts = [label.text() for label in counselor.window.what_if_panel.findChildren(QLabel)]
    return [text for text in texts if text.startswith(words)]


def test_the_case_as_it_is_never_changes(counselor: Counselor) -> None:
    compare_liver(counselor)
    session = counselor.window.session
    before = plain(session.as_it_is)
    counselor.press(counselor.window.chooser.buttons[1])
    counselor.press(counselor.row("liver").remove)
    assert plain(session.as_it_is) == before
    assert found("liver") not in counselor.found


def test_an_example_says_so_wherever_it_is_seen(counselor: Counselor) -> None:
    compare_liver(counselor)
    counselor.key(Qt.Key.Key_F3)
    assert "Example only." not in words_of(counselor.window.result_panel)
    counselor.press(counselor.window.chooser.buttons[1])
    assert "Example only." in words_of(counselor.window.result_panel)


def test_a_copy_can_be_changed_by_hand(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.key(Qt.Key.Key_F4)
    counselor.press(counselor.window.what_if_panel.add_copy)
    assert counselor.window.session.current == 1
    counselor.enter("brain")
    assert counselor.found == {found("breast_tissue"), found("brain")}
    assert set(counselor.window.session.as_it_is.findings) == {found("breast_tissue")}


def test_a_fourth_case_is_refused_kindly(counselor: Counselor) -> None:
    compare_liver(counselor)
    panel = counselor.window.what_if_panel
    counselor.press(panel.add_copy)
    assert panel.error.hasFocus()
    assert len(counselor.window.session.cases) == 3


def test_back_to_the_start_with_one_key(counselor: Counselor) -> None:
    compare_liver(counselor)
    counselor.press(counselor.window.chooser.buttons[2])
    counselor.key(Qt.Key.Key_F12)
    session = counselor.window.session
    assert (len(session.cases), session.current) == (1, 0)
    assert suspected("liver") in counselor.found
    counselor.press(counselor.window.header.undo)
    assert len(session.cases) == 3


def test_one_step_back_takes_a_comparison_away_as_a_whole(counselor: Counselor) -> None:
    compare_liver(counselor)
    counselor.press(counselor.window.header.undo)
    assert len(counselor.window.session.cases) == 1


def test_taking_an_example_away_leaves_the_one_that_is_worked_on(counselor: Counselor) -> None:
    compare_liver(counselor)
    session = counselor.window.session
    session.work_on(2)
    session.remove_example(1)
    assert session.cases[session.current].name == "If clear: Liver"
    session.remove_example(1)
    assert session.current == 0
