"""Pages are read aloud sentence by sentence; where there is no voice, the program says so."""

import builtins
import itertools
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QWidget

from decision_aid.ui.kit.speech.voice import Silence, Voice, script_of, sentences
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.wizard.window import Wizard
from tests.ui.every_page import pages
from tests.ui.person import Person

pytest.importorskip("PySide6.QtTextToSpeech", reason="reading aloud is an optional extra")

_SHOWS_TWO_PAGES = """
import sys
import decision_aid.ui
from PySide6.QtWidgets import QApplication
from decision_aid.ui.wizard.window import Wizard
from decision_aid.ui.kit.words import Words
application = QApplication(sys.argv[:1])
wizard = Wizard(Words("en"))
wizard.show()
application.processEvents()
wizard.page.ways["results"].click()
application.processEvents()
print([name for name in sys.modules if "TextToSpeech" in name or "ui.speech" in name])
"""


@pytest.fixture
def spoken() -> list[str]:
    """What the voice has begun to say."""
    return []


@pytest.fixture
def listener(person: Person, spoken: list[str]) -> Person:
    """Somebody on the page for those who wait, with Qt's voice that makes no sound."""
    person.wizard.speech_engine = "mock"
    person.begin("waiting")
    person.press(person.wizard.header.listen)
    bar = reader(person.wizard)
    bar.voice.began.connect(lambda place: spoken.append(bar._lines[place].text))
    return person


def reader(wizard: Wizard) -> Any:
    assert wizard.reader is not None
    return wizard.reader


def bar_buttons(wizard: Wizard) -> list[Any]:
    bar = reader(wizard)
    return [bar.pause, bar.repeat, bar.slower, bar.faster, bar.stop]


def has_been_said(person: Person, spoken: list[str], count: int) -> None:
    person.qtbot.waitUntil(lambda: len(spoken) >= count, timeout=15_000)


def test_a_page_is_read_from_its_title_to_its_end(listener: Person, spoken: list[str]) -> None:
    bar = reader(listener.wizard)
    bar.voice._engine.setRate(1)
    listener.qtbot.waitSignal(bar.voice.ended, timeout=30_000).wait()
    # The title was begun before anybody could note it.
    assert ["While you wait for results", *spoken] == [line.text for line in bar._lines]
    assert bar.state.text() == "This is the end of the page."
    listener.press(bar.pause)
    assert bar.voice.is_speaking


def test_pause_waits_and_go_on_begins_the_sentence_again(
    listener: Person, spoken: list[str]
) -> None:
    bar = reader(listener.wizard)
    has_been_said(listener, spoken, 1)
    listener.press(bar.pause)
    assert bar.voice.is_paused
    assert bar.pause.accessibleName() == "Go on"
    said = list(spoken)
    listener.qtbot.wait(400)
    assert spoken == said
    listener.press(bar.pause)
    has_been_said(listener, spoken, len(said) + 1)
    assert spoken[len(said)] == said[-1]


def test_repeat_says_the_sentence_again(listener: Person, spoken: list[str]) -> None:
    bar = reader(listener.wizard)
    has_been_said(listener, spoken, 1)
    listener.press(bar.repeat)
    has_been_said(listener, spoken, 2)
    assert spoken[0] == spoken[1]


def test_slower_and_faster_change_the_pace_within_bounds(listener: Person) -> None:
    bar = reader(listener.wizard)
    listener.press(bar.slower)
    assert bar.voice.rate == -0.2
    for _ in range(20):
        bar.faster.click()
    assert 0 < bar.voice.rate <= 1


def test_the_next_page_is_read_in_turn(listener: Person, spoken: list[str]) -> None:
    listener.go_on()
    listener.qtbot.waitUntil(lambda: "Where was cancer found?" in spoken, timeout=9000)


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("window", [(800, 600), (768, 1366)], ids=str)
def test_the_bar_is_one_row_and_says_how_it_stands(
    listener: Person, size: int, window: tuple[int, int]
) -> None:
    listener.wizard.set_text_size(size)
    listener.wizard.resize(*window)
    bar = reader(listener.wizard)
    QApplication.processEvents()
    QApplication.processEvents()
    rows = {button.mapTo(bar, QPoint(0, 0)).y() for button in bar_buttons(listener.wizard)}
    assert len(rows) == 1
    assert bar.height() < 1.5 * bar.pause.height()
    assert bar.accessibleDescription() == bar.state.text()


def test_stop_is_silent_and_gives_the_focus_back(listener: Person) -> None:
    bar = reader(listener.wizard)
    listener.press(bar.stop)
    assert not bar.isVisible()
    assert not bar.voice.is_speaking
    assert listener.wizard.header.listen.hasFocus()


def test_reading_leaves_the_focus_alone_and_tab_reaches_every_button(listener: Person) -> None:
    assert listener.wizard.header.listen.hasFocus()
    for button in bar_buttons(listener.wizard):
        listener.tab_to(button)


@pytest.mark.parametrize("size", [100, 200])
def test_every_button_is_whole_and_large_enough(listener: Person, size: int) -> None:
    listener.wizard.resize(800, 600)
    listener.wizard.set_text_size(size)
    QApplication.processEvents()
    QApplication.processEvents()
    for button in bar_buttons(listener.wizard):
        assert button.parentWidget().rect().contains(button.geometry())
        assert button.height() >= TARGET, button.text()
        assert button.accessibleName()


def test_nothing_of_the_voice_is_loaded_before_somebody_asks() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _SHOWS_TWO_PAGES], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_closing_the_window_is_silent(listener: Person) -> None:
    assert reader(listener.wizard).voice.is_speaking
    listener.wizard.close()
    assert not reader(listener.wizard).voice.is_speaking


def test_starting_over_leaves_no_voice_behind(listener: Person) -> None:
    listener.wizard.start_over()
    assert not reader(listener.wizard).voice.is_speaking
    assert not reader(listener.wizard).isVisible()


def test_the_key_reads_and_pauses(person: Person) -> None:
    person.wizard.speech_engine = "mock"
    person.key(Qt.Key.Key_F8)
    assert reader(person.wizard).voice.is_speaking
    person.key(Qt.Key.Key_F8)
    assert reader(person.wizard).voice.is_paused


def test_the_words_that_are_read_are_marked(listener: Person, spoken: list[str]) -> None:
    has_been_said(listener, spoken, 1)
    bar = reader(listener.wizard)
    assert bar._mark.isVisible()
    listener.press(bar.stop)
    assert bar._mark is None


def test_without_the_extra_the_program_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def import_without_speech(name: str, *rest: Any) -> Any:
        if name == "PySide6.QtTextToSpeech":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", import_without_speech)
    person.press(person.wizard.header.listen)
    bar = reader(person.wizard)
    assert bar.voice.silence is Silence.NO_MODULE
    assert "cannot read aloud" in bar.state.text()
    assert [b.isVisible() for b in (bar.pause, bar.repeat, bar.stop)] == [False, False, True]
    person.press(bar.stop)
    assert not bar.isVisible()


def test_without_a_voice_the_program_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    person.press(person.wizard.header.listen)
    assert "has no voice" in reader(person.wizard).state.text()
    person.begin()
    assert person.step == "where"


def test_a_voice_in_another_language_is_not_used() -> None:
    assert Voice("ja", "mock").silence is Silence.NO_VOICE


def test_every_page_is_read_whole_once_and_in_order(person: Person) -> None:
    for page in pages(person):
        lines = script_of(page, person.wizard.words)
        assert lines[0].text == sentences(page.title.text())[0]
        read = " ".join(line.text for line in lines)
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.text():
                first = sentences(label.text())[0]
                assert first in read, f"{page.step}: {first!r} is not read"
        widgets = [line.widget for line in lines]
        changes = sum(a is not b for a, b in itertools.pairwise(widgets))
        assert changes == len(set(map(id, widgets))) - 1, f"{page.step}: something is read twice"
        for button in page.findChildren(QAbstractButton):
            unspoken = button.property("unspoken") or isinstance(button, TermButton)
            assert (button in widgets) == (button.isVisible() and not unspoken)
        for radio in page.findChildren(QRadioButton):
            if radio.isVisible() and radio.isChecked():
                assert f"{radio.accessibleName()}, chosen" in read


def test_every_page_is_read_as_it_stands_from_top_to_bottom(person: Person) -> None:
    for page in pages(person):
        content = page.widget()
        lines = script_of(page, person.wizard.words)
        widgets = list(dict.fromkeys(line.widget for line in lines))
        for label in (w for w in widgets if isinstance(w, QLabel) and w.text()):
            read = " ".join(line.text for line in lines if line.widget is label)
            assert read == " ".join(label.text().split())
        boxes = [box_in(content, widget) for widget in widgets]
        for (earlier, first), (later, second) in itertools.combinations(
            zip(widgets, boxes, strict=True), 2
        ):
            above = second.bottom() < first.top()
            same_column = second.left() < first.right() and first.left() < second.right()
            assert not (above and same_column), f"{page.step}: {later} is read after {earlier}"


def box_in(content: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())


def test_no_sentence_is_too_long_for_a_voice() -> None:
    assert sentences("One. Two? Three") == ["One.", "Two?", "Three"]
    assert max(map(len, sentences("word " * 200))) <= 300
