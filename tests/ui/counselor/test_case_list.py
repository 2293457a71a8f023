"""The case as a list: every line can be changed and taken out, and a slip taken back."""

from PySide6.QtCore import Qt

from decision_aid.domain import Answers, Biology, Certainty, Receptor, Side
from decision_aid.storage.saved_sessions import SavedCase, SavedSession
from tests.domain.cases import found, not_found, suspected
from tests.ui.counselor.counselor import Counselor, words_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_line_is_changed_where_it_stands_and_keeps_the_focus(counselor: Counselor) -> None:
    counselor.enter("liver")
    row = counselor.row("liver")
    counselor.press(row.change)
    choice = row.choices["certainty"].button("not_found")
    counselor.press(choice)
    assert counselor.found == {not_found("liver")}
    assert counselor.row("liver") is row
    assert choice.hasFocus()


def test_a_line_that_needs_one_more_answer_says_so(counselor: Counselor) -> None:
    counselor.enter("bone")
    row = counselor.row("bone")
    assert "Still open" in row.accessibleName()
    counselor.press(row.change)
    counselor.press(row.choices["detail"].button("grown_straight_in"))
    assert counselor.found == {found("bone", "grown_straight_in")}
    assert "Still open" not in row.accessibleName()


def test_one_breast_of_two_leaves_no_reports_of_two(counselor: Counselor) -> None:
    reports = {Side.RIGHT: Biology(er=Receptor.NEGATIVE)}
    both = Answers(side=Side.BOTH, biology_by_side=reports)
    session = counselor.window.session
    session.open(SavedSession(cases=(SavedCase(answers=both),)))
    assert session.answers.reports_by_side() == reports
    session.change_case(session.answers._replace(side=Side.LEFT))
    assert session.answers.reports_by_side() == {}


def test_each_report_stays_with_its_breast_there_and_back(counselor: Counselor) -> None:
    counselor.confirm("L IDC ER+ HER2-, postmenopausal")
    session = counselor.window.session
    alone = session.answers
    session.set_side(Side.BOTH)
    assert set(session.answers.biology_by_side) == {Side.LEFT}
    assert session.answers.biology_by_side[Side.LEFT].er is Receptor.POSITIVE
    assert session.answers.biology.said() == {"menopause": "after"}
    session.set_side(Side.LEFT)
    assert session.answers == alone


def test_what_goes_along_to_the_other_side_is_named(counselor: Counselor) -> None:
    counselor.confirm("L IDC, R axillary node pos")
    panel = counselor.window.case_panel
    side = panel.facts.side
    counselor.press(side.change)
    counselor.press(side.choices["side"].button("right"))
    assert panel.taken_out.isVisible()
    assert "other armpit" in panel.taken_out.accessibleName()
    assert "Check them." in panel.taken_out.accessibleName()


def test_a_line_is_taken_out_and_brought_back(counselor: Counselor) -> None:
    counselor.enter("liver")
    counselor.enter("lung")
    counselor.press(counselor.row("liver").remove)
    assert counselor.found == {found("lung")}
    assert counselor.row("lung").remove.hasFocus()
    counselor.key(Qt.Key.Key_Z, CONTROL)
    assert counselor.found == {found("liver"), found("lung")}


def test_side_timing_and_reports_can_be_said(counselor: Counselor) -> None:
    facts = counselor.window.case_panel.facts
    for row, key, reply in (
        (facts.side, "side", "right"),
        (facts.timing, "timing", "came_back"),
        (facts.biology, "her2", "low"),
    ):
        counselor.press(row.change)
        counselor.press(row.choices[key].button(reply))
        counselor.press(row.change)
    answers = counselor.window.session.answers
    assert (answers.side, answers.came_back, answers.biology.her2) == ("right", True, "low")
    assert "Right" in facts.side.accessibleName()


def test_back_from_both_breasts_names_what_is_taken_out(counselor: Counselor) -> None:
    counselor.confirm("C50.412 D05.11")
    side = counselor.window.case_panel.facts.side
    counselor.press(side.change)
    counselor.press(side.choices["side"].button("left"))
    assert counselor.found == {found("breast_tissue")}
    assert counselor.window.session.answers.side is Side.LEFT
    note = counselor.window.case_panel.taken_out
    assert note.isVisible()
    assert "Only inside the milk ducts" in note.accessibleName()


def test_clear_asks_and_one_step_back_brings_everything_back(counselor: Counselor) -> None:
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(counselor.window.notes_panel.field, "Afraid of needles")
    counselor.key(Qt.Key.Key_N, CONTROL)
    counselor.press(counselor.dialog().yes)
    assert counselor.window.session.is_empty
    assert counselor.window.notes_panel.field.toPlainText() == ""
    counselor.press(counselor.window.header.undo)
    assert counselor.found == {suspected("liver")}
    assert counselor.window.notes_panel.field.toPlainText() == "Afraid of needles"


def test_once_the_next_person_has_begun_nobody_steps_back_into_the_last_one(
    counselor: Counselor,
) -> None:
    counselor.enter("liver")
    counselor.window.session.clear()
    counselor.enter("lung")
    for _ in range(10):
        counselor.window.session.step_back()
        assert "liver" not in {finding.place for finding in counselor.found}


def test_the_list_says_where_each_line_stands(counselor: Counselor) -> None:
    counselor.enter("liver", Certainty.SUSPECTED)
    assert "Possible" in words_of(counselor.row("liver"))
    assert counselor.row("liver").change.accessibleName() == "Change: Liver"
    assert counselor.row("liver").remove.accessibleName() == "Take out: Liver"


def test_what_is_being_checked_is_held_against_the_case_as_it_is_now(counselor: Counselor) -> None:
    counselor.enter("liver")
    counselor.type("C50.412 T0")
    counselor.press(counselor.window.header.undo)
    assert counselor.found == set()
    counselor.press(counselor.pending.add)
    assert counselor.found == {found("breast_tissue")}
