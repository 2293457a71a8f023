"""After a person is forgotten, nothing of them is alive in the process, in any of the windows."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.clinic.policy import ClinicPolicy, LoadedPolicy
from decision_aid.content import load
from decision_aid.document.make import make_document
from decision_aid.document.model import Document
from decision_aid.domain import (
    Answers,
    Assessment,
    Certainty,
    Classification,
    Finding,
    Interview,
    PlaceId,
    Rating,
    Side,
    SureItem,
    assess,
)
from decision_aid.storage.saved_sessions import SavedCase, SavedSession
from decision_aid.ui.counselor.display import DisplayKind
from decision_aid.ui.counselor.session import Desk
from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from tests.qt_application import in_fusion
from tests.ui.counselor.counselor import Counselor
from tests.ui.person import Person

PLANTED: Final = "quetzal"
"""Stands in every word of the person's own, and nowhere in the words of the program."""

QUESTION: Final = f"May my {PLANTED} sleep in my bed"
NOTE: Final = f"Brought the {PLANTED} along"
OF_A_PERSON: Final = (
    Answers,
    Assessment,
    Classification,
    Desk,
    Finding,
    Interview,
    SavedCase,
    SavedSession,
    Document,
)
ABOUT_NOBODY: Final = (
    Answers(),
    Interview(),
    Desk(),
    *Desk().cases,
    SavedSession(cases=Desk().cases),
)


W = TypeVar("W", bound=QWidget)


class Heap:
    """What was alive before anybody came, and what has come since."""

    def __init__(self) -> None:
        self._before = list(_of_a_person())

    def left_over(self) -> list[str]:
        """Return what is alive of a person; empty once they are forgotten."""
        settle()
        before = {id(one) for one in self._before}
        things = [
            f"{type(one).__name__} {one!r:.200}"
            for one in _of_a_person()
            if id(one) not in before and not _is_about_nobody(one)
        ]
        return things + list(_planted_words())


def settle() -> None:
    """Let everything that was posted happen, what was thrown away too."""
    QThreadPool.globalInstance().waitForDone()
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def _of_a_person() -> Iterator[object]:
    return (one for one in gc.get_objects() if isinstance(one, OF_A_PERSON))


def _is_about_nobody(one: object) -> bool:
    if isinstance(one, Assessment):
        return one.answers == Answers()
    if isinstance(one, Classification):
        return one == _NOTHING_SAID
    if isinstance(one, Document):
        return one == make_document(assess(Answers()), load("en"), dt.date.today())
    return one in ABOUT_NOBODY


_NOTHING_SAID: Final = assess(Answers()).result


def _planted_words() -> Iterator[str]:
    constants = {id(QUESTION), id(NOTE), id(PLANTED)}
    for holder in gc.get_objects():
        for held in gc.get_referents(holder):
            if isinstance(held, str) and PLANTED in held and id(held) not in constants:
                yield f"{type(holder).__name__} holds {held!r}"


@pytest.fixture
def heap() -> Heap:
    """What was alive before anybody came."""
    settle()
    return Heap()


def _tell_everything(person: Person) -> None:
    """Go the whole way with answers that nobody else gives, and have every page show them."""
    wizard = person.wizard
    page = person.go_to("where", side="both")
    person.side("both")
    person.press(page.timing.buttons["came_back"])
    for place, certainty in (
        ("breast_skin", Certainty.FOUND),
        ("nodes_breastbone", Certainty.SUSPECTED),
        ("other_far_organ", Certainty.FOUND),
        ("liver", Certainty.SUSPECTED),
    ):
        person.mark(PlaceId(place), certainty)
    person.go_to("biology")
    wizard.session.report("grade", "3", Side.LEFT)
    person.go_to("options")
    wizard.session.compare(next(iter(wizard.session.assessment.options)), picked=True)
    for value in wizard.session.assessment.values:
        wizard.session.rate(value, Rating.A_LOT)
    wizard.session.set_sure(SureItem.UNDERSTAND, False)
    person.go_to("questions")
    person.write(QUESTION, person.page.own)
    wizard.speech_engine = "mock"
    wizard.listen()
    person.qtbot.wait(300)
    person.go_to("summary")
    person.qtbot.waitUntil(lambda: person.page._pdf is not None, timeout=60_000)
    person.go_back_to("answer")
    assert wizard.session.interview.own_list


def test_nothing_is_left_of_whoever_started_over(heap: Heap, person: Person) -> None:
    _tell_everything(person)
    assert heap.left_over()
    person.press(person.wizard.footer.start_over)
    person.press(person.dialog().yes)
    assert heap.left_over() == []


def test_nothing_is_left_once_the_wizard_is_closed(heap: Heap, person: Person) -> None:
    _tell_everything(person)
    person.wizard.close()
    person.press(person.dialog().yes)
    assert heap.left_over() == []


@pytest.mark.parametrize("ends", [KioskWindow.clear, KioskWindow.leave])
def test_nothing_is_left_of_whoever_stood_at_the_kiosk(
    qtbot: Any, heap: Heap, ends: Callable[[KioskWindow], None]
) -> None:
    window = KioskWindow(Words("en"), LoadedPolicy(ClinicPolicy(), (), None))
    person = Person(qtbot, _opened(qtbot, window))
    _tell_everything(person)
    person.go_to("summary")
    person.press(person.page.buttons["code"])
    person.press(person.page.phone.pages.button("own"))
    assert heap.left_over()
    ends(window)
    assert heap.left_over() == []


@pytest.fixture
def counselor(qtbot: Any, heap: Heap) -> Iterator[Counselor]:
    """Somebody who counsels a person, and has put everything of them everywhere."""
    del heap  # it looks at what is there before this
    window = _opened(qtbot, CounselorWindow(Words("en"), theme=ThemeName.LIGHT))
    counselor = Counselor(qtbot, window)
    counselor.confirm("C50.412 pN1a")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.press(window.header.undo)
    counselor.enter("bone", Certainty.SUSPECTED)
    window.what_if_panel.offers[0].click()
    counselor.key(Qt.Key.Key_F6)
    qtbot.keyClicks(window.notes_panel.field, NOTE)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F4):
        counselor.key(key)
    counselor.paper()
    window.paper_panel.questions.own.setText(QUESTION)
    counselor.press(window.paper_panel.questions.add)
    counselor.paper()
    for kind in (DisplayKind.ANSWER, DisplayKind.COMPARISON, DisplayKind.SUMMARY):
        window.show_to_person(kind)
        counselor.back_to_desk()
    yield counselor
    window.session.mark_saved()
    window.close()


def test_nothing_is_left_once_the_next_person_has_begun(heap: Heap, counselor: Counselor) -> None:
    assert heap.left_over()
    counselor.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    counselor.press(counselor.dialog().yes)
    field = counselor.window.notes_panel.field
    counselor.window.show_part("notes")
    counselor.qtbot.keyClicks(field, "new")
    assert not counselor.window.session.can_step_back
    field.clear()
    assert heap.left_over() == []


def test_one_step_back_is_all_that_is_left_before(heap: Heap, counselor: Counselor) -> None:
    del heap
    counselor.window.session.clear()
    assert counselor.window.session.can_step_back
    counselor.window.session.step_back()
    assert counselor.window.session.notes == NOTE


def _opened(qtbot: Any, window: W) -> W:
    in_fusion()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window
