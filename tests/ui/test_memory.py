"""What the window does not keep in memory, and that nobody loses an answer by that."""

from __future__ import annotations

import json

from decision_aid.content import load_labels
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.pages import BUILD_AHEAD_AFTER
from decision_aid.ui.wizard.window import Wizard
from tests.ui.person import Person
from tests.ui.test_opening import run

BREAST = PlaceId("breast_tissue")
_TO_THE_RESULT = """
import json, linecache, sys
import decision_aid.ui
from PySide6.QtWidgets import QApplication
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.window import Wizard
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words

application = QApplication([])
wizard = Wizard(Words("en"), theme=ThemeName.LIGHT)
wizard.show()
wizard.page.ways["results"].click()
wizard.go_on()
wizard.go_on()
assert wizard.navigator.current == "answer"
application.processEvents()
print(json.dumps({"modules": sorted(sys.modules), "sources": sorted(linecache.cache)}))
"""


def _kept(wizard: Wizard) -> set[str]:
    return {str(page.step) for page in wizard.stack.findChildren(Page)}


def _read_a_while(person: Person) -> None:
    person.qtbot.wait(BUILD_AHEAD_AFTER + 150)


def test_the_result_needs_no_library_that_checks_or_writes_files() -> None:
    load_labels()  # Compiles the words where this checkout has not been used before.
    told = json.loads(run("-c", _TO_THE_RESULT).stdout)
    heavy = {"pydantic", "pydantic_core", "jinja2", "markdown_it", "typst", "_hashlib", "_ssl"}
    heavy |= {"PySide6.QtPdf", "decision_aid.content.compiling"}
    assert heavy.isdisjoint(told["modules"])
    assert "decision_aid.ui.wizard.results" in told["modules"]
    assert not [source for source in told["sources"] if "decision_aid" in source]


def test_pages_far_away_are_let_go_and_come_back_with_every_answer(person: Person) -> None:
    page = person.go_to("biology", marks={BREAST: Certainty.FOUND})
    person.press(page.choices["er"].button("positive"))
    _read_a_while(person)
    assert {"biology", "next"} <= _kept(person.wizard)
    person.go_to("answer")
    _read_a_while(person)
    assert "biology" not in _kept(person.wizard)
    assert person.go_to("biology").choices["er"].current() == "positive"


def test_a_page_that_holds_more_than_answers_stays(person: Person) -> None:
    page = person.go_to("questions", marks={BREAST: Certainty.FOUND})
    person.qtbot.keyClicks(page.own, "May I")
    person.go_to("where")
    _read_a_while(person)
    assert person.go_to("questions").own.text() == "May I"
