"""Where it has been found: the list and the figure are one, and one press marks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from decision_aid.domain import PLACES, Certainty, Group, PlaceId, PlaceSide, Side
from decision_aid.ui.wizard.where import COMMON, COMMON_FAR
from tests.ui.person import Person

BREAST, DUCTS, ARMPIT = COMMON
BONE, LIVER, LUNG, BRAIN = COMMON_FAR
BREAST, DUCTS = DUCTS, BREAST
OTHER_ARMPIT = PlaceId("nodes_other_armpit")


def mark_of(person: Person, place: PlaceId, side: Side | None = None) -> Certainty | None:
    return person.wizard.session.interview.mark_of(place, side)


def region(person: Person, name: str) -> bool:
    button = next(b for b in person.page.figure.buttons if b.region.id == name)
    return bool(button.isChecked())


def test_nothing_is_marked_at_first(person: Person) -> None:
    page = person.begin()
    assert all("Not marked" in card.button.accessibleName() for card in page.cards.values())
    assert not any(button.isChecked() for button in page.figure.buttons)
    assert page.so_far() == "Invasive: Not known yet. Metastatic: Not known yet."


def test_one_press_marks_as_found_and_another_takes_the_mark_away(person: Person) -> None:
    page = person.begin()
    person.press(page.cards[BREAST].button)
    assert mark_of(person, BREAST) is Certainty.FOUND
    assert "Invasive: Yes." in page.so_far()
    person.press(page.cards[BREAST].button)
    assert mark_of(person, BREAST) is None


@pytest.mark.parametrize("certainty", list(Certainty))
def test_the_certainty_is_one_more_press_and_shows_in_the_figure(
    person: Person, certainty: Certainty
) -> None:
    page = person.begin()
    person.mark(LIVER, certainty)
    assert mark_of(person, LIVER) is certainty
    assert region(person, "liver") is (certainty in {Certainty.FOUND, Certainty.SUSPECTED})
    assert page.cards[LIVER].certainty.current() == certainty
    assert page.far_buttons[LIVER].isHidden()


def test_the_words_of_a_report_are_seen_before_anything_is_pressed(person: Person) -> None:
    page = person.begin()
    told = {place: page.cards[place].button._report for place in COMMON}
    assert "DCIS" in told[DUCTS]
    assert all(word in told[BREAST] for word in ("Invasive", "IDC", "NST", "ILC"))
    assert "sentinel" in told[ARMPIT]


def test_the_side_is_chosen_on_the_figure(person: Person) -> None:
    person.begin()
    person.press_figure("breast_right")
    assert person.wizard.session.side is Side.RIGHT
    person.press_figure("armpit_right")
    assert mark_of(person, ARMPIT) is Certainty.FOUND
    person.press_figure("armpit_left")
    assert mark_of(person, OTHER_ARMPIT) is Certainty.FOUND
    person.press_figure("armpit_left")
    assert mark_of(person, OTHER_ARMPIT) is None


def test_nodes_of_a_side_are_never_guessed_to_be_near(person: Person) -> None:
    page = person.begin()
    person.press_figure("armpit_left")
    assert not person.wizard.session.answers().findings
    assert "First choose the breast" in page.error.accessibleName()
    person.press_figure("breast_left")
    person.press_figure("armpit_left")
    assert mark_of(person, ARMPIT) is Certainty.FOUND
    assert not page.error.isVisible()


def test_each_of_two_breasts_is_marked_by_itself(person: Person) -> None:
    page = person.begin()
    person.side("both")
    person.press_figure("armpit_right")
    assert mark_of(person, ARMPIT, Side.RIGHT) is Certainty.FOUND
    assert page.breasts.current() == "right"
    person.press_figure("breast_left")
    assert page.breasts.current() == "left"
    person.mark(BREAST)
    assert mark_of(person, BREAST, Side.LEFT) is Certainty.FOUND
    person.press_figure("bone_hip_right")
    assert mark_of(person, BONE) is Certainty.FOUND
    assert page.breasts.current() == "left"


def test_a_follow_up_opens_in_the_card_and_settles_nothing_until_it_is_answered(
    person: Person,
) -> None:
    page = person.begin()
    person.side("left")
    person.mark(BONE)
    card = page.cards[BONE]
    assert card.follow_up.isVisible()
    assert "Metastatic: Not known yet." in page.so_far()
    person.press(card.follow_up.button("separate_spot"))
    assert "Metastatic: Yes." in page.so_far()
    person.press(card.certainty.buttons["suspected"])
    assert not card.follow_up.isVisible()


def test_no_follow_up_where_its_answer_changes_nothing(person: Person) -> None:
    page = person.begin()
    person.mark(BREAST)
    assert page.cards[BREAST].follow_up is None


def test_nothing_farther_away_is_one_press(person: Person) -> None:
    page = person.begin()
    person.mark(BREAST)
    person.press(page.nothing_farther)
    answers = person.wizard.session.answers()
    assert {LIVER, LUNG, OTHER_ARMPIT} <= answers.places(Certainty.NOT_FOUND)
    assert ARMPIT not in answers.places(Certainty.NOT_FOUND)
    person.mark(LIVER, Certainty.SUSPECTED)
    assert LIVER not in person.wizard.session.answers().places(Certainty.NOT_FOUND)
    person.press(page.nothing_farther)
    assert not person.wizard.session.answers().places(Certainty.NOT_FOUND)


@pytest.mark.parametrize(
    ("typed", "place"), [("sacrum", BONE), ("n3c", PlaceId("nodes_above_collarbone"))]
)
def test_a_place_is_found_by_typing_and_marked_by_enter(
    person: Person, typed: str, place: PlaceId
) -> None:
    page = person.begin()
    person.side("left")
    person.write(typed, page.finder)
    assert mark_of(person, place) is Certainty.FOUND
    assert page.finder.text() == ""
    assert page.cards[place].isVisible()
    assert person.step == "where"


@pytest.mark.parametrize(("typed", "says"), [("node", "Several places fit"), ("xyz", "Nothing")])
def test_enter_never_guesses_a_place(person: Person, typed: str, says: str) -> None:
    page = person.begin()
    person.side("left")
    person.write(typed, page.finder)
    assert page.session.answers().findings == ()
    assert says in page.error.accessibleName()
    assert page.finder.text() == typed
    person.mark(BREAST)
    person.go_on()
    assert person.step == "where"
    assert "is typed but not marked" in page.error.accessibleName()
    person.go_on()
    assert person.step == "answer"


def test_places_nearby_are_listed_before_those_far_away(person: Person) -> None:
    page = person.begin()
    person.side("left")
    page.finder.setText("lymph node")
    listed = [PLACES[place].group for place in page.matches]
    assert listed[0] is Group.NEARBY_NODES
    assert listed == sorted(listed, key=lambda group: group in {Group.FAR_NODES, Group.FAR_ORGANS})


def test_a_press_on_the_own_side_of_nodes_needs_no_question_which_side(person: Person) -> None:
    person.begin()
    person.side("left")
    person.press_figure("above_collarbone_left")
    assert person.wizard.session.assessment.result.open.metastatic is False
    assert person.wizard.session.assessment.result.metastatic is False


def test_somewhere_else_asks_where_and_marks_nothing(person: Person) -> None:
    page = person.begin()
    person.press_figure("other_far_organ")
    assert page.session.answers().findings == ()
    assert page.more.isChecked()


def test_marks_of_one_breast_stay_its_own_once_both_have_cancer(person: Person) -> None:
    page = person.begin()
    person.side("left")
    person.mark(BREAST)
    person.side("both")
    (finding,) = page.session.answers().findings
    assert (finding.place, finding.side) == (BREAST, Side.LEFT)
    person.side("left")
    (finding,) = page.session.answers().findings
    assert (finding.place, finding.side) == (BREAST, None)


def test_a_breast_of_which_nothing_is_marked_keeps_the_answers_open(person: Person) -> None:
    page = person.begin()
    person.side("both")
    person.press(page.breasts.buttons["right"])
    person.mark(DUCTS)
    assert page.so_far() == "Invasive: Not known yet. Metastatic: Not known yet."


def test_every_other_place_is_under_more_places(person: Person) -> None:
    page = person.begin()
    person.side("left")
    person.press(page.more)
    assert set(page.matches) == set(PLACES) - {*COMMON, *COMMON_FAR}
    pleura = PlaceId("pleura")
    person.mark(pleura, Certainty.SUSPECTED)
    assert mark_of(person, pleura) is Certainty.SUSPECTED
    assert page.cards[pleura].isVisible()


def test_with_both_breasts_nothing_is_asked_of_the_other_side(person: Person) -> None:
    page = person.begin()
    person.side("both")
    person.press(page.more)
    assert not [p for p in page.matches if PLACES[p].side is PlaceSide.OTHER]


def test_a_press_is_announced_with_what_it_comes_to(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("decision_aid.ui.wizard.where.announce", lambda _, text: said.append(text))
    person.begin()
    person.mark(LIVER)
    assert said == ["Liver: Found. Invasive: Yes. Metastatic: Yes."]


def test_arrow_keys_go_from_part_to_part_of_the_figure(person: Person) -> None:
    page = person.begin()
    brain = next(b for b in page.figure.buttons if b.region.id == "brain")
    brain.setFocus()
    person.key(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused in page.figure.buttons
    assert focused is not brain


def test_the_figure_can_be_a_man_and_have_another_skin(person: Person) -> None:
    page = person.begin()
    person.press(page.look_of_figure.bodies.buttons["man"])
    assert page.figure._scene.body == "man"
    assert person.wizard.session.chest == "flat"
    dark = page.look_of_figure.skins.children()[-1]
    dark.click()
    assert page.figure._scene.skin == "tone_5"


def test_the_foot_says_the_two_answers_so_far(person: Person) -> None:
    person.begin()
    person.mark(DUCTS)
    shown = [label.text() for label in person.wizard.footer.findChildren(QLabel)]
    assert "Invasive: No. Metastatic: No." in shown
    person.go_on()
    assert not person.wizard.footer.so_far.isVisible()


def marked_parts(person: Person, place: PlaceId) -> set[str]:
    return set(person.page.figure.parts_of(place))


def test_bones_are_marked_one_by_one_and_stay_until_the_last_is_taken_away(
    person: Person,
) -> None:
    page = person.begin()
    person.press_figure("bone_spine")
    person.press(page.cards[BONE].certainty.buttons["suspected"])
    person.press_figure("bone_hip_left")
    assert mark_of(person, BONE) is Certainty.SUSPECTED
    assert marked_parts(person, BONE) == {"bone_spine", "bone_hip_left"}
    person.press_figure("bone_spine")
    assert mark_of(person, BONE) is Certainty.SUSPECTED
    assert marked_parts(person, BONE) == {"bone_hip_left"}
    person.press_figure("bone_hip_left")
    assert mark_of(person, BONE) is None
    assert marked_parts(person, BONE) == set()


def test_a_bone_that_was_marked_in_the_list_is_put_where_it_is_pressed(person: Person) -> None:
    page = person.begin()
    person.mark(BONE)
    person.press_figure("bone_hip_right")
    assert mark_of(person, BONE) is Certainty.FOUND
    assert marked_parts(person, BONE) == {"bone_hip_right"}
    person.press(page.cards[BONE].button)
    person.mark(BONE)
    assert "bone_hip_right" not in marked_parts(person, BONE)


def test_the_nodes_of_each_of_two_breasts_are_marked_on_their_own_side(person: Person) -> None:
    person.begin()
    person.side("both")
    person.press_figure("armpit_left")
    person.press_figure("armpit_right")
    assert mark_of(person, ARMPIT, Side.LEFT) is Certainty.FOUND
    assert mark_of(person, ARMPIT, Side.RIGHT) is Certainty.FOUND
    assert region(person, "armpit_left")
    assert region(person, "armpit_right")


def test_nodes_move_with_the_side_that_they_belong_to(person: Person) -> None:
    person.begin()
    person.press_figure("breast_left")
    person.press_figure("armpit_left")
    person.side("right")
    assert region(person, "armpit_right")
    assert not region(person, "armpit_left")


def test_marks_never_change_their_breast_in_silence(person: Person) -> None:
    page = person.begin()
    person.press_figure("breast_left")
    person.press_figure("breast_right")
    assert not page.error.isVisible(), "nothing is marked yet"
    person.press_figure("armpit_right")
    person.press_figure("breast_left")
    assert page.error.isVisible()
    assert "left breast" in page.error.accessibleName()
    person.side("both")
    assert not page.error.isVisible()


def test_a_press_on_a_breast_leaves_a_small_figure_as_it_is(person: Person) -> None:
    page = person.begin()
    assert not page.figure.parts["breast"].isVisible()
    person.press_figure("breast_left")
    assert person.wizard.session.side is Side.LEFT
    assert not page.figure.parts["breast"].isVisible()
    person.side("both")
    person.press_figure("breast_right")
    assert not page.figure.parts["breast"].isVisible()


def test_more_places_shows_all_of_them_whatever_was_typed(person: Person) -> None:
    page = person.begin()
    person.qtbot.keyClicks(page.finder, "pleura")
    assert list(page.matches) == ["pleura"]
    person.press(page.more)
    assert page.more.isChecked()
    assert page.finder.text() == ""
    assert len(page.matches) > 20
    person.qtbot.keyClicks(page.finder, "ovary")
    assert not page.more.isChecked()
    assert list(page.matches) == ["ovary"]
    page.finder.clear()
    assert page.matches == {}
    assert not page.places.found_list.isVisible()


def test_typing_a_place_that_is_marked_keeps_how_sure_it_is(person: Person) -> None:
    page = person.begin()
    person.mark(BONE, Certainty.SUSPECTED)
    person.write("sacrum", page.finder)
    assert mark_of(person, BONE) is Certainty.SUSPECTED


def test_what_fits_nothing_marks_nothing(person: Person) -> None:
    page = person.begin()
    person.write("xyzzy", page.finder)
    assert person.wizard.session.interview.said.findings == ()
    assert person.step == "where"


def test_a_press_on_what_was_not_found_takes_that_away(person: Person) -> None:
    person.begin()
    person.mark(LIVER, Certainty.NOT_FOUND)
    person.press_figure("liver")
    assert mark_of(person, LIVER) is None
    person.press_figure("liver")
    assert mark_of(person, LIVER) is Certainty.FOUND


def test_the_figure_has_the_chest_of_the_answers(person: Person) -> None:
    page = person.begin()
    session = person.wizard.session
    session.set_chest("flat")
    assert page.look_of_figure.body == "neither"
    assert page.figure._scene.body == "neither"
    person.press(page.look_of_figure.bodies.buttons["man"])
    assert session.chest == "flat"
    assert page.look_of_figure.body == "man"
    session.set_chest("curved")
    assert page.figure._scene.body == "woman"


def test_the_list_and_the_figure_say_the_same(person: Person) -> None:
    page = person.begin()
    person.side("left")
    for name, place in (("armpit_left", ARMPIT), ("liver", LIVER), ("lung", LUNG)):
        person.press_figure(name)
        assert page.cards[place].isVisible()
        assert "Found" in page.cards[place].button.accessibleName()
        person.press(page.cards[place].button)
        assert not region(person, name)
        assert mark_of(person, place) is None


def test_the_strip_follows_every_press(person: Person) -> None:
    page = person.begin()
    strip = person.wizard.footer.so_far.answers

    def sure(certainty: Certainty) -> None:
        person.press(page.cards[LIVER].certainty.buttons[certainty])
        assert strip.text() == page.so_far()

    assert strip.text() == "Invasive: Not known yet. Metastatic: Not known yet."
    person.mark(DUCTS)
    assert strip.text() == "Invasive: No. Metastatic: No."
    person.mark(BREAST)
    assert strip.text() == "Invasive: Yes. Metastatic: No."
    person.press_figure("liver")
    assert strip.text() == "Invasive: Yes. Metastatic: Yes."
    sure(Certainty.SUSPECTED)
    assert strip.text() == "Invasive: Yes. Metastatic: Not known yet."
    sure(Certainty.NOT_FOUND)
    assert strip.text() == "Invasive: Yes. Metastatic: No."
