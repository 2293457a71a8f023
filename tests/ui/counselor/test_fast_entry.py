"""Fast entry: what a line says stands beside it while it is typed, and Enter keeps what was read.

A place by its name alone, and whatever does not fit the case, is looked at first.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import PLACES, Certainty, Finding, PlaceId, Side
from decision_aid.ui.counselor.to_confirm import of_place
from tests.domain.cases import found, suspected
from tests.ui.counselor.counselor import Counselor, words_of


def not_read(counselor: Counselor) -> list[str]:
    return list(counselor.window.session.answers.not_read)


def chips(counselor: Counselor, kind: str) -> list[str]:
    """Return what stands beside the line of this kind."""
    assert counselor.window.entry.chips.isVisible()
    return [chip.text for chip in counselor.window.entry.chips.shown if chip.kind == kind]


def test_every_place_is_found_by_each_of_its_names(counselor: Counselor) -> None:
    names = counselor.window.words.place_names()
    entry = counselor.window.case_panel.entry
    missed = []
    for place, called in names.items():
        for name in called:
            offered = entry.matching(name)
            if place not in offered:
                missed.append((place, name))
    assert missed == []


def test_a_place_by_keys_alone(counselor: Counselor) -> None:
    assert counselor.line.hasFocus()
    counselor.type("livr")
    assert counselor.found == set(), "typing alone marks nothing"
    first = counselor.pending.rows[0].choices["certainty"].button("found")
    assert first.hasFocus()
    assert counselor.pending.rows[0].said.certainty is None, "nobody has said how sure it is"
    counselor.key(Qt.Key.Key_Right)
    counselor.key(Qt.Key.Key_Return)
    assert counselor.found == set()
    counselor.key(Qt.Key.Key_Return)
    assert counselor.found == {suspected("liver")}
    assert counselor.line.hasFocus()


def test_a_place_is_not_added_before_it_is_said_how_sure(counselor: Counselor) -> None:
    counselor.type("liver")
    counselor.press(counselor.pending.add)
    assert counselor.found == set()
    assert counselor.pending.error.hasFocus()
    assert "Liver" in counselor.pending.error.accessibleName()


def test_the_arrows_choose_among_the_places_that_fit(counselor: Counselor) -> None:
    counselor.write("collar")
    matches = counselor.window.case_panel.entry.matches
    assert matches.isVisible()
    assert matches.count() >= 3
    counselor.key(Qt.Key.Key_Down)
    counselor.key(Qt.Key.Key_Down)
    second = matches.item(1).data(Qt.ItemDataRole.UserRole)
    counselor.key(Qt.Key.Key_Return)
    assert counselor.pending.rows[0].said.place == second


def test_up_from_the_first_and_escape_lead_back_to_the_line(counselor: Counselor) -> None:
    counselor.write("collar")
    counselor.key(Qt.Key.Key_Down)
    counselor.key(Qt.Key.Key_Up)
    assert counselor.line.hasFocus()
    counselor.key(Qt.Key.Key_Down)
    counselor.key(Qt.Key.Key_Escape)
    assert counselor.line.hasFocus()
    assert counselor.line.text() == ""


def test_codes_stand_beside_the_line_and_enter_keeps_them(counselor: Counselor) -> None:
    counselor.write("C50.412, C77.3, pT2 pN1a M0")
    assert counselor.found == set(), "typing alone marks nothing"
    assert counselor.window.session.is_empty
    assert "Left breast" in chips(counselor, "read")
    assert "Grown into the breast tissue: Found" in chips(counselor, "read")
    counselor.key(Qt.Key.Key_Return, on=counselor.line)
    assert counselor.found == {found("breast_tissue"), found("nodes_armpit")}
    assert counselor.window.session.answers.side is Side.LEFT


def test_enter_keeps_what_is_read_and_leaves_what_is_not(counselor: Counselor) -> None:
    counselor.write("C50.412; livr thing")
    assert chips(counselor, "not_read") == ["Not read: livr thing"]
    counselor.key(Qt.Key.Key_Return, on=counselor.line)
    assert counselor.found == {found("breast_tissue")}
    assert counselor.line.text() == "livr thing"
    assert counselor.line.hasFocus()
    assert not_read(counselor) == ["livr thing"]


def test_what_is_open_is_asked_and_is_never_answered_by_itself(counselor: Counselor) -> None:
    counselor.type("C77.3")
    assert counselor.pending.rows == []
    assert "Which lymph nodes are they?" in words_of(counselor.pending)
    assert set(counselor.pending.candidates) == {
        "nodes_armpit",
        "nodes_below_collarbone",
        "nodes_other_armpit",
    }
    assert not counselor.pending.add.isEnabled(), "it would add nothing"
    counselor.key(Qt.Key.Key_Return, on=counselor.pending)
    assert counselor.found == set()
    assert counselor.window.case_panel.pending is not None, "Enter drops nothing"
    assert "There is nothing to add yet" in counselor.pending.error.accessibleName()


def test_a_candidate_can_be_taken_back(counselor: Counselor) -> None:
    counselor.type("C77.3")
    (tick,) = counselor.pending.candidates[PlaceId("nodes_armpit")]
    counselor.press(tick)
    assert [row.said.place for row in counselor.pending.rows] == ["nodes_armpit"]
    assert counselor.pending.add.isEnabled()
    counselor.press(tick)
    assert counselor.pending.rows == []
    assert not counselor.pending.add.isEnabled()


def test_what_does_not_fit_together_is_named(counselor: Counselor) -> None:
    counselor.type("T0 C50.412 M0 C78.7")
    said = words_of(counselor.pending)
    assert "T0 says that there is no tumor in the breast." in said
    assert "M0 says that nothing was found far away." in said


def test_what_is_unsure_in_the_text_is_only_possible(counselor: Counselor) -> None:
    counselor.type("C78.7?")
    assert counselor.found == {suspected("liver")}


def test_a_plain_line_is_read_whole(counselor: Counselor) -> None:
    counselor.type("left invasive ductal carcinoma, 1 axillary node, liver suspected")
    assert not_read(counselor) == []
    assert counselor.line.text() == ""
    assert counselor.found == {found("breast_tissue"), found("nodes_armpit"), suspected("liver")}
    assert counselor.window.session.answers.side is Side.LEFT


def test_what_was_not_read_stays_until_it_is_settled(counselor: Counselor) -> None:
    counselor.type("left C50.412; pT2 pN1a; liver?; zorbified thing")
    assert counselor.found == {found("breast_tissue"), found("nodes_armpit"), suspected("liver")}
    panel = counselor.window.case_panel
    assert not_read(counselor) == ["zorbified thing"]
    assert "Not read yet: “zorbified thing”" in words_of(panel)
    counselor.type("bone mets")
    assert not_read(counselor) == ["zorbified thing"], "nothing drops it but a person"
    counselor.press(panel.open_items.buttons[0])
    assert not_read(counselor) == []
    assert "Not read yet" not in words_of(panel)


def test_what_was_kept_can_be_changed_or_taken_out(counselor: Counselor) -> None:
    counselor.type("C50.412 pN1a N3c")
    nodes = counselor.row("nodes_above_collarbone")
    counselor.press(nodes.change)
    counselor.press(nodes.choices["detail"].button("other_side"))
    tissue = counselor.row("breast_tissue")
    counselor.press(tissue.change)
    counselor.press(tissue.choices["certainty"].button("suspected"))
    counselor.press(counselor.row("nodes_armpit").remove)
    assert counselor.found == {
        suspected("breast_tissue"),
        found("nodes_above_collarbone", "other_side"),
    }


def test_escape_leaves_the_case_as_it_was(counselor: Counselor) -> None:
    counselor.enter("bone")
    before = counselor.found
    counselor.write("C50.412")
    counselor.key(Qt.Key.Key_Escape, on=counselor.line)
    assert counselor.line.text() == ""
    counselor.type("C50.412 T0")
    counselor.key(Qt.Key.Key_Escape, on=counselor.pending)
    assert counselor.found == before
    assert counselor.window.case_panel.pending is None
    assert counselor.line.hasFocus()


def test_another_side_than_the_case_has_to_be_settled_first(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.type("C50.411")
    assert "The case says: Left. This says: Right." in words_of(counselor.pending)
    counselor.press(counselor.pending.add)
    assert "which breast" in counselor.pending.error.accessibleName()
    counselor.press(counselor.pending.facts.rows["side"].choices["side"].button("both"))
    counselor.press(counselor.pending.add)
    assert counselor.window.session.answers.side is Side.BOTH
    assert counselor.found == {
        found("breast_tissue", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
    }


def test_with_both_breasts_coded_each_keeps_its_own_finding(counselor: Counselor) -> None:
    counselor.confirm("C50.412 D05.11")
    assert counselor.found == {
        found("breast_tissue", side=Side.LEFT),
        found("ducts_only", side=Side.RIGHT),
    }


def test_reports_and_a_recurrence_that_differ_are_taken_over_only_if_wanted(
    counselor: Counselor,
) -> None:
    counselor.window.session.change(came_back=False)
    counselor.type("rT4b ER+ PR- HER2 3+")
    facts = counselor.pending.facts
    counselor.press(facts.rows["timing"].change)
    counselor.press(facts.rows["timing"].choices["take"].button("no"))
    counselor.press(counselor.pending.add)
    answers = counselor.window.session.answers
    assert answers.came_back is False
    assert (answers.biology.er, answers.biology.pr) == ("positive", "negative")
    assert answers.biology.her2 == "positive"


def test_what_nobody_can_read_is_said_and_stays_in_the_line(counselor: Counselor) -> None:
    counselor.type("xyzzy qwrt")
    panel = counselor.window.case_panel
    assert panel.error.isVisible()
    assert panel.error.hasFocus()
    assert "xyzzy qwrt" in panel.error.accessibleName()
    assert counselor.line.text() == "xyzzy qwrt"
    assert counselor.window.session.is_empty


def test_pasted_lines_are_read_too(counselor: Counselor) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("C50.412\nC78.7 Secondary malignant neoplasm of liver")
    counselor.line.paste()
    clipboard.clear()
    counselor.key(Qt.Key.Key_Return, on=counselor.line)
    assert counselor.found == {found("breast_tissue"), found("liver")}


@pytest.mark.parametrize("certainty", Certainty)
def test_every_place_can_be_entered_with_every_certainty(
    counselor: Counselor, certainty: Certainty
) -> None:
    session = counselor.window.session
    for place in PLACES:
        counselor.window.case_panel.show_to_confirm(of_place(place))
        (row,) = counselor.pending.rows
        row.choices["certainty"].button(certainty).click()
        counselor.pending.confirm()
        assert Finding(place, certainty) in counselor.found
        session.clear()


LINE = "R IDC, 2/3 nodes, liver MRI pending"


def test_the_answer_changes_while_one_types_and_goes_back_when_it_is_taken_away(
    counselor: Counselor,
) -> None:
    window = counselor.window
    panel = window.result_panel
    before = words_of(panel)
    counselor.write("R IDC")
    counselor.qtbot.waitUntil(lambda: "This is invasive" in words_of(panel))
    assert "Press Enter to keep it" in words_of(panel)
    counselor.qtbot.keyClicks(counselor.line, ", liver?")
    counselor.qtbot.waitUntil(lambda: "not known yet to be metastatic" in words_of(panel))
    assert [mark.place for mark in window.map_panel.figure._marks] == ["breast_tissue", "liver"]
    assert window.session.is_empty
    counselor.key(Qt.Key.Key_Escape, on=counselor.line)
    counselor.qtbot.waitUntil(lambda: words_of(panel) == before)


def test_what_is_still_to_be_asked_stays_until_it_was(counselor: Counselor) -> None:
    counselor.write(LINE)
    assert "Ask: Which lymph nodes are they? (2/3 nodes)" in chips(counselor, "asked")
    counselor.key(Qt.Key.Key_Return, on=counselor.line)
    panel = counselor.window.case_panel
    assert list(panel.to_ask.pieces) == ["Ask: Which lymph nodes are they? (2/3 nodes)"]
    counselor.press(panel.to_ask.buttons[0])
    assert list(panel.to_ask.pieces) == []
    counselor.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(panel.to_ask.pieces) == 1


def test_undo_takes_a_line_back_as_a_whole_and_gives_it_back_to_be_mended(
    counselor: Counselor,
) -> None:
    counselor.type(LINE)
    assert counselor.found == {found("breast_tissue"), found("nodes_armpit"), suspected("liver")}
    counselor.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counselor.found == set()
    assert counselor.window.session.to_ask == ()
    assert counselor.line.text() == LINE


def test_a_line_on_one_of_two_breasts_is_about_that_breast_alone(counselor: Counselor) -> None:
    counselor.type("left DCIS ER+; right IDC ER-")
    counselor.type("R IDC 2/3 nodes HER2 3+")
    answers = counselor.window.session.answers
    assert answers.side is Side.BOTH
    assert found("nodes_armpit", side=Side.RIGHT) in counselor.found
    reports = answers.reports_by_side()
    assert (reports[Side.RIGHT].er, reports[Side.RIGHT].her2) == ("negative", "positive")
    assert reports[Side.LEFT].her2 == "unknown"
    rows = counselor.window.case_panel.facts.of_breasts
    assert "ER: negative." in rows[Side.RIGHT].accessibleName()
    assert "ER: positive." in rows[Side.LEFT].accessibleName()


def test_the_reports_of_each_breast_are_seen_and_changed_where_both_have_cancer(
    counselor: Counselor,
) -> None:
    rows = counselor.window.case_panel.facts.of_breasts
    counselor.type("L DCIS ER+")
    assert not any(row.isVisible() for row in rows.values())
    counselor.type("right IDC and left DCIS")
    if counselor.window.case_panel.pending is not None:
        counselor.press(counselor.pending.facts.rows["side"].choices["side"].button("both"))
        counselor.press(counselor.pending.add)
    assert all(row.isVisible() for row in rows.values())
    counselor.press(rows[Side.RIGHT].change)
    counselor.press(rows[Side.RIGHT].choices["er"].button("negative"))
    answers = counselor.window.session.answers
    assert answers.reports_by_side()[Side.RIGHT].er == "negative"
    counselor.press(counselor.window.header.undo)
    assert counselor.window.session.answers.reports_by_side()[Side.RIGHT].er == "unknown"


@pytest.mark.parametrize(
    ("first", "then"), [("liver mets", "liver?"), ("bone mets", "bone scan neg")]
)
def test_what_was_found_is_never_taken_back_without_a_look(
    counselor: Counselor, first: str, then: str
) -> None:
    counselor.type(first)
    before = counselor.found
    counselor.type(then)
    assert counselor.found == before
    assert counselor.pending.isVisible()


def test_a_line_that_waits_is_kept_as_not_read_once_another_is_entered(
    counselor: Counselor,
) -> None:
    counselor.type("L IDC")
    counselor.type("R DCIS")
    assert counselor.pending.isVisible()
    counselor.type("ER+")
    assert not_read(counselor) == ["R DCIS"]
    assert counselor.window.session.assessment.result.open.metastatic


def test_a_side_of_nodes_waits_for_the_breast(counselor: Counselor) -> None:
    counselor.type("R supraclav node +")
    assert counselor.found == set()
    assert "First choose the breast" in counselor.window.case_panel.error.accessibleName()
    assert counselor.line.text() == "R supraclav node +"


def test_each_of_two_breasts_keeps_its_reports(counselor: Counselor) -> None:
    counselor.type("L IDC ER+")
    counselor.type("R DCIS ER-")
    counselor.press(counselor.pending.facts.rows["side"].choices["side"].button("both"))
    counselor.press(counselor.pending.add)
    reports = counselor.window.session.answers.reports_by_side()
    assert (reports[Side.LEFT].er, reports[Side.RIGHT].er) == ("positive", "negative")


def test_what_holds_of_the_person_is_no_report_of_one_breast(counselor: Counselor) -> None:
    counselor.type("left DCIS; right IDC")
    counselor.type("R IDC ER- postmenopausal")
    answers = counselor.window.session.answers
    assert answers.biology.menopause == "after"
    assert answers.reports_by_side()[Side.RIGHT].er == "negative"


@pytest.mark.parametrize(
    ("case", "nodes"),
    [
        ("L IDC", found("nodes_other_armpit")),
        ("R IDC", found("nodes_armpit")),
        ("L DCIS; R IDC", found("nodes_armpit", side=Side.RIGHT)),
    ],
)
def test_nodes_of_a_later_line_lie_as_the_case_says(
    counselor: Counselor, case: str, nodes: Finding
) -> None:
    counselor.type(case)
    counselor.type("right axillary node positive")
    assert nodes in counselor.found


def test_what_is_typed_in_another_part_is_asked_about_where_it_can_be_answered(
    counselor: Counselor,
) -> None:
    counselor.window.resize(800, 600)
    counselor.key(Qt.Key.Key_F3)
    counselor.type("C77.3")
    assert counselor.window.case_panel.isVisible()
    assert counselor.pending.isVisible()


def test_a_line_of_which_nothing_was_read_keeps_the_answer_open_until_it_is_mended(
    counselor: Counselor,
) -> None:
    counselor.confirm("L IDC")
    panel = counselor.window.result_panel
    assert "not known yet to be metastatic" not in words_of(panel)
    counselor.type("xyzzy lesion")
    counselor.qtbot.waitUntil(lambda: "not known yet to be metastatic" in words_of(panel))
    assert counselor.window.session.answers.not_read == ()
    counselor.line.clear()
    counselor.qtbot.keyClicks(counselor.line, "ER+")
    counselor.qtbot.waitUntil(lambda: "not known yet to be metastatic" not in words_of(panel))


def test_a_line_that_waits_to_be_looked_at_keeps_the_answer_open(counselor: Counselor) -> None:
    counselor.confirm("L IDC, liver mets")
    counselor.type("liver ruled out")
    panel = counselor.window.result_panel
    assert counselor.pending.isVisible()
    counselor.qtbot.waitUntil(lambda: "still has to be looked at" in words_of(panel))
    counselor.press(counselor.pending.drop)
    counselor.qtbot.waitUntil(lambda: "still has to be looked at" not in words_of(panel))


@pytest.mark.parametrize("line", ["nodes +", "nodes pos"])
def test_nodes_of_one_of_two_breasts_are_never_taken_for_far_ones(
    counselor: Counselor, line: str
) -> None:
    counselor.confirm("R IDC, L ILC")
    counselor.type(line)
    assert {f.place for f in counselor.found} == {"breast_tissue", "nodes_armpit"}
    assert any("Which breast" in piece for piece in counselor.window.case_panel.to_ask.pieces)


def test_what_was_read_of_each_of_two_breasts_stands_in_a_chip(counselor: Counselor) -> None:
    counselor.write("R IDC ER+, L ILC")
    assert {"Right breast: ER: positive.", "Left breast: Type: lobular."} <= set(
        chips(counselor, "read")
    )
