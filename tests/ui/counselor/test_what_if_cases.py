"""What-if cases in the window: offered, named, changed, and gone with one key."""

from PySide6.QtCore import Qt

from decision_aid.domain import Certainty
from decision_aid.storage.answers import plain
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


def test_three_cases_stand_side_by_side_and_differences_are_words(counselor: Counselor) -> None:
    compare_liver(counselor)
    session = counselor.window.session
    assert [case.name for case in session.cases] == [
        "",
        "If confirmed: Liver",
        "If clear: Liver",
    ]
    assert found("liver") in session.cases[1].answers.findings
    assert not_found("liver") in session.cases[2].answers.findings
    panel = counselor.window.what_if_panel
    assert panel.side_by_side is not None
    said = words_of(panel.side_by_side)
    assert "Metastatic: no. Here: yes." in said
    assert "How far: nearby. Here: far from the breast." in said
    assert "Liver: possible. Here: not found." in said
    assert "Both answers stay as they are." in said
    assert said.count("Example only.") >= 2


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
