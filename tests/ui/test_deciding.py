"""From explanation to decision: reports, options, what matters, is it clear, numbers, paper."""

import itertools
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from decision_aid.document.text import render_text
from decision_aid.domain import (
    Certainty,
    OptionId,
    PlaceId,
    Side,
    SureItem,
    all_options,
    questions_from_sure,
)
from decision_aid.ui.kit.comparison import ComparisonTable
from tests.ui.person import Person

BREAST, BONE, DUCTS = PlaceId("breast_tissue"), PlaceId("bone"), PlaceId("ducts_only")
FOUND = Certainty.FOUND


def said(widget: Any) -> str:
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible() and label.text())


def options_on(page: Any) -> set[str]:
    return {str(option) for option, _ in page.rows}


def part_of(page: Any, decision: str) -> Any:
    (part,) = (part for part in page.parts if part.decision.id == decision)
    return part


def go_to_options(person: Person, **case: Any) -> Any:
    """Go there and open every decision."""
    page = person.go_to("options", **case)
    for part in page.parts:
        part.open()
    return page


def tick(person: Person, option: str) -> None:
    row = next(row for name, row in person.page.rows if name == option)
    person.press(row.tick)


def test_every_item_is_not_sure_until_the_person_says_more(person: Person) -> None:
    page = person.go_to("biology", marks={BREAST: FOUND})
    assert {choices.current() for choices in page.choices.values()} == {"unknown"}
    person.go_on()
    assert person.step == "next"


def test_each_item_tells_what_it_is_and_where_to_find_it(person: Person) -> None:
    page = person.go_to("biology", marks={BREAST: FOUND})
    for item, opener in page.explained.items():
        person.press(opener.button)
        assert "report" in said(opener.body), item
    person.press(page.report.button)
    assert "Made up" in said(page.report.body)
    assert "HER2 (IHC): 1+" in said(page.report.body)


def test_what_the_report_says_steers_which_drugs_are_talked_about(person: Person) -> None:
    page = go_to_options(person, marks={BREAST: FOUND})
    assert {"hormone_medicine", "her2_medicine", "immunotherapy"} <= options_on(page)
    assert "Talked about only if HER2 is positive" in said(page)
    page = person.go_to("biology")
    for item, reply in (("er", "negative"), ("pr", "negative"), ("her2", "positive")):
        person.press(page.choices[item].button(reply))
    page = go_to_options(person)
    assert "her2_medicine" in options_on(page)
    assert options_on(page).isdisjoint({"hormone_medicine", "immunotherapy", "cdk46_medicine"})
    assert "Talked about only if HER2 is positive" not in said(page)


def go_with_both(person: Person, step: str) -> Any:
    """Go on with inflammatory cancer in the left breast, and cancer with nodes in the right."""
    session = person.wizard.session
    session.mark(PlaceId("inflammatory"), Side.LEFT, FOUND)
    session.mark(BREAST, Side.RIGHT, FOUND)
    session.mark(PlaceId("nodes_armpit"), Side.RIGHT, FOUND)
    return person.go_to(step, side="both")


def test_with_both_breasts_each_has_reports_of_its_own(person: Person) -> None:
    page = go_with_both(person, "biology")
    assert {"er:left", "er:right", "menopause"} <= set(page.choices)
    assert "er" not in page.choices
    assert "Your left breast" in said(page)
    assert page.explained["er:left"].button.accessibleName().startswith("Left breast: ")
    for key in ("er:left", "pr:left"):
        person.press(page.choices[key].button("negative"))
    person.press(page.choices["her2:left"].button("positive"))
    page = go_to_options(person)
    assert {"hormone_medicine", "her2_medicine"} <= options_on(page)
    page = person.go_to("biology")
    for key in ("er:right", "pr:right", "her2:right"):
        person.press(page.choices[key].button("negative"))
    page = go_to_options(person)
    assert {"her2_medicine", "immunotherapy"} <= options_on(page)
    assert "hormone_medicine" not in options_on(page)


def test_one_breast_again_brings_back_what_was_said_of_it(person: Person) -> None:
    page = person.go_to("biology", marks={BREAST: FOUND})
    person.press(page.choices["er"].button("positive"))
    session = person.wizard.session
    session.set_side(Side.BOTH)
    page.enter()
    assert page.choices["er:left"].current() == "positive"
    assert page.choices["er:right"].current() == "unknown"
    session.set_side(Side.LEFT)
    page.enter()
    assert page.choices["er"].current() == "positive"


def test_with_both_breasts_each_decision_says_which_breast(person: Person) -> None:
    page = go_with_both(person, "options")
    for part in page.parts:
        part.open()
    titles = [part.opener.button.text() for part in page.parts]
    assert "Right breast: How much of the breast should be taken out?" in titles
    assert "Left breast: How to start?" in titles
    assert not any(title.startswith("Left breast: How much") for title in titles)
    assert "Which drugs for the whole body?" in titles
    for part in page.parts:
        if Side.LEFT in part.decision.sides:
            assert {"lumpectomy_radiation", "reconstruction_now"}.isdisjoint(part.rows)
    paper = render_text(person.go_to("summary")._document)
    assert "Right breast: How much of the breast" in " ".join(paper.split())


def test_the_first_decision_is_open_and_each_in_which_something_is_picked(person: Person) -> None:
    page = person.go_to("options", marks={BREAST: FOUND})
    assert [part.opener.button.is_open for part in page.parts].count(True) == 1
    assert page.parts[0].opener.button.is_open
    part_of(page, "surgery_to_breast").open()
    tick(person, "mastectomy")
    person.go_to("where")
    person.mark(PlaceId("nodes_armpit"))  # so there is more to decide, and the page is written anew
    page = person.go_to("options")
    assert part_of(page, "surgery_to_breast").opener.button.is_open
    row = part_of(page, "surgery_to_breast").rows[OptionId("mastectomy")]
    assert row.tick.isChecked()


def test_each_option_tells_good_and_hard_and_what_life_is_like(person: Person) -> None:
    page = go_to_options(person, marks={BREAST: FOUND})
    _, row = page.rows[0]
    person.press(row.opener.button)
    text = said(row.opener.body)
    for part in ("What it is", "does well", "hard about it", "Everyday life", "How long"):
        assert part in text


def test_two_or_three_stand_side_by_side_and_go_on_paper(person: Person) -> None:
    page = go_to_options(person, marks={BREAST: FOUND})
    assert not page.findChildren(ComparisonTable)
    tick(person, "lumpectomy_radiation")
    assert not page.findChildren(ComparisonTable)
    tick(person, "mastectomy")
    tick(person, "lumpectomy_alone")
    content = person.wizard.words.content
    (table,) = page.findChildren(ComparisonTable)
    titles = {o: content.topic(f"options/{o}").title for o in all_options()}
    picked = ("lumpectomy_radiation", "mastectomy", "lumpectomy_alone")
    for option in picked:
        assert titles[OptionId(option)] in said(table)
    part = part_of(page, "surgery_to_breast")
    assert "You have picked three here" in said(part)
    free = [row for option, row in part.rows.items() if option not in picked]
    assert free
    assert not any(row.tick.isEnabled() for row in free)
    others = [row for other in page.parts if other is not part for row in other.rows.values()]
    assert all(row.tick.isEnabled() for row in others)
    tick(person, "lumpectomy_alone")
    assert all(row.tick.isEnabled() for _, row in page.rows)
    page = person.go_to("summary")
    text = render_text(page._document)
    assert "MY OPTIONS SIDE BY SIDE" in text.upper()
    for option in ("lumpectomy_radiation", "mastectomy"):
        assert titles[OptionId(option)].upper() in text


def test_options_of_two_decisions_are_never_in_one_table(person: Person) -> None:
    page = go_to_options(person, marks={BREAST: FOUND})
    content = person.wizard.words.content
    tick(person, "chemotherapy")
    tick(person, "staying_flat")
    assert not page.findChildren(ComparisonTable)
    tick(person, "fewer_drugs")
    tick(person, "reconstruction_later")
    assert len(page.findChildren(ComparisonTable)) == 2
    for part in page.parts:
        for table in part.findChildren(ComparisonTable):
            own = {content.topic(f"options/{o}").title for o in part.rows}
            assert set(table._comparison.options) <= own
    text = render_text(person.go_to("summary")._document)
    assert text.count("EVERYDAY LIFE") + text.count("Everyday life") >= 2


def test_one_option_in_two_decisions_is_ticked_in_both(person: Person) -> None:
    page = go_to_options(person, marks={BREAST: FOUND})
    twice = [row for option, row in page.rows if option == "time_to_decide"]
    assert len(twice) > 1
    person.press(twice[0].tick)
    assert all(row.tick.isChecked() for row in twice)


def test_a_pick_that_no_longer_applies_is_forgotten(person: Person) -> None:
    go_to_options(person, marks={BREAST: FOUND})
    tick(person, "hormone_medicine")
    page = person.go_to("biology")
    for item in ("er", "pr"):
        person.press(page.choices[item].button("negative"))
    go_to_options(person)
    assert person.wizard.session.compared == ()


@pytest.mark.parametrize(("size", "columns"), [((1120, 760), True), ((640, 700), False)])
def test_where_there_is_no_room_options_stand_below_each_other(
    person: Person, size: tuple[int, int], columns: bool
) -> None:
    person.wizard.resize(*size)
    page = go_to_options(person, marks={BREAST: FOUND})
    for option in ("lumpectomy_radiation", "mastectomy", "lumpectomy_alone"):
        tick(person, option)
    QApplication.processEvents()
    (table,) = page.findChildren(ComparisonTable)
    titles = [
        label
        for label in table.findChildren(QLabel)
        if label.isVisible() and label.property("role") == "subheading"
    ]
    assert (titles[0].y() == titles[1].y()) is columns


def test_what_matters_a_lot_shows_which_options_touch_it(person: Person) -> None:
    page = person.go_to("values", marks={BREAST: FOUND})
    for row in page.rows.values():
        assert row.note.isHidden()
    row = page.rows["travel"]
    person.press(row.choices.button("a_lot"))
    assert row.note.isVisible()
    assert "Chemotherapy: " in said(row.note)
    person.press(row.choices.button("some"))
    assert row.note.isHidden()
    person.press(row.choices.button("not_said"))
    assert person.wizard.session.values == {}


def test_nowhere_is_there_a_score_or_a_best_option(person: Person) -> None:
    page = person.go_to("values", marks={BREAST: FOUND})
    for row in page.rows.values():
        person.press(row.choices.button("a_lot"))
    text = said(page).lower()
    assert not [word for word in ("best", "score:", "points", "%", "recommend") if word in text]


@pytest.mark.parametrize(
    "marks",
    [{BREAST: FOUND}, {BONE: FOUND}, {DUCTS: FOUND}, {}],
    ids=["breast", "bone", "dcis", "no"],
)
def test_three_kind_questions_and_another_explanation_on_a_miss(
    person: Person, marks: dict[PlaceId, Certainty]
) -> None:
    page = person.go_to("check", marks=marks)
    checks = person.wizard.session.assessment.checks
    assert len(checks) == len(page.checks) == 3
    content = person.wizard.words.content
    for check in checks:
        told = content.check(check.id)
        person.press(page.checks[check.id].button("not_sure"))
        assert told.again.text in said(page)
        person.press(page.checks[check.id].button(check.right))
        assert told.right.text in said(page)
        assert told.again.text not in said(page)
        assert told.again.text != told.right.text


def test_each_no_of_the_sure_test_adds_a_question_to_the_list(person: Person) -> None:
    page = person.go_to("check", marks={BREAST: FOUND})
    for item in SureItem:
        (question,) = questions_from_sure({item: False})
        person.press(page.sure[item].button("no"))
        assert question in person.wizard.session.questions
        person.press(page.sure[item].button("yes"))
        assert question not in person.wizard.session.questions
    person.press(page.sure[SureItem.SURE].button("no"))
    questions = person.go_to("questions")
    assert "Can we go through my options again?" in said(questions)


def test_a_no_also_adds_to_a_list_that_the_person_made(person: Person) -> None:
    page = person.go_to("questions", marks={BREAST: FOUND})
    person.press(page.offered_rows[0].add)
    page = person.go_to("check")
    person.press(page.sure[SureItem.ENCOURAGEMENT].button("no"))
    assert person.wizard.session.questions[-1] == "support_to_decide"


def test_each_question_says_whom_to_ask(person: Person) -> None:
    page = person.go_to("questions", marks={BREAST: FOUND})
    for row in (*page.chosen_rows, *page.offered_rows):
        assert "Ask: " in said(row)


def test_numbers_are_shown_only_when_asked_for_twice(person: Person) -> None:
    page = person.go_to("treatment", marks={BREAST: FOUND})
    assert "of 100" not in said(page)
    person.press(page.numbers.show_button)
    assert "of 100" not in said(page)
    person.press(page.numbers.no)
    assert "of 100" not in said(page)
    person.press(page.numbers.show_button)
    person.press(page.numbers.yes)
    assert "from which years it is" in said(page)
    assert "cannot tell what will happen to you" in said(page)


def test_numbers_are_on_paper_only_if_chosen(person: Person) -> None:
    page = person.go_to("summary", marks={BREAST: FOUND})
    assert "numbers" not in page.sections
    page = person.go_to("treatment")
    person.press(page.numbers.show_button)
    person.press(page.numbers.yes)
    page = person.go_to("summary")
    assert not page.sections["numbers"].isChecked()
    assert "of 100" not in render_text(page._document)
    person.press(page.sections["numbers"])
    assert "from which years it is" in " ".join(render_text(page._document).split())


def test_there_are_no_numbers_where_it_is_not_settled(person: Person) -> None:
    page = person.go_to("treatment", marks={BONE: Certainty.SUSPECTED})
    assert not hasattr(page, "numbers")


def test_the_person_chooses_what_stands_on_paper(person: Person) -> None:
    page = person.go_to("summary", marks={BREAST: FOUND})
    assert "Why" in render_text(page._document)
    for section in list(page.sections):
        if page.sections[section].isChecked():
            person.press(page.sections[section])
    kept = [part.id for part in page._document.sections if part.page == "detail"]
    assert kept == ["sources", "about"]
    first = [part.id for part in page._document.sections if part.page == "first"]
    assert "answer" in first
    assert first.index("answer") < first.index("questions")
    person.press(page.sections["why"])
    assert page._document.section("why").page == "detail"


def test_everything_said_here_comes_back_and_is_cleared_with_the_rest(person: Person) -> None:
    page = person.go_to("biology", marks={BREAST: FOUND})
    person.press(page.choices["er"].button("positive"))
    page = person.go_to("values")
    value, row = next(iter(page.rows.items()))
    person.press(row.choices.button("a_lot"))
    person.go_to("biology")
    page = person.go_to("values")
    assert page.rows[value].choices.current() == "a_lot"
    person.wizard.start_over()
    session = person.wizard.session
    assert (session.values, session.sure, session.compared) == ({}, {}, ())
    assert set(session.answers().biology) == {"unknown"}


def test_every_option_on_every_way_has_its_words(person: Person) -> None:
    places = (BREAST, PlaceId("liver"), DUCTS, PlaceId("lobules_only"))
    seen: set[OptionId] = set()
    for place in places:
        person.wizard.start_over()
        page = go_to_options(person, marks={place: FOUND})
        seen.update(option for option, _ in page.rows)
        for (_, first), (_, second) in itertools.pairwise(page.rows):
            assert first.opener.button.accessibleName() != ""
            assert first.tick.accessibleName() != second.tick.accessibleName()
    assert len(seen) > 35
