"""Everything can be reached, has a name, and says what it does."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

import decision_aid.ui
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.theme import THEMES, ThemeName, contrast
from decision_aid.ui.wizard import window
from decision_aid.ui.wizard.window import Wizard
from tests.ui.every_page import pages
from tests.ui.person import Person


def controls(wizard: Wizard) -> list[QWidget]:
    return [
        w
        for w in wizard.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def one_of_several(control: QWidget) -> bool:
    """Return whether Tab comes to its group only once, and arrow keys go on in it."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return isinstance(control, QRadioButton) or (group is not None and group.exclusive())


def test_every_control_of_every_page_has_a_name(person: Person) -> None:
    for page in pages(person):
        for control in controls(person.wizard):
            if isinstance(control, QAbstractButton | QLineEdit):
                name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
                assert re.sub(r"\W", "", name), f"{page.step}: {control} has no name"


def test_no_two_letters_clash_on_a_page(person: Person) -> None:
    for page in pages(person):
        letters = Counter(
            match[1].lower()
            for b in person.wizard.findChildren(QAbstractButton)
            if b.isVisible() and (match := re.search(r"&(\w)", b.text()))
        )
        clashes = [letter for letter, count in letters.items() if count > 1]
        assert clashes == [], page.step


def test_tab_reaches_every_control_of_every_page(person: Person) -> None:
    for page in pages(person):
        wanted = {c for c in controls(person.wizard) if c.isEnabled()}
        radios = {c for c in wanted if one_of_several(c)}
        page.title.setFocus()
        reached = set()
        for _ in range(len(wanted) + 5):
            person.key(Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert wanted - radios <= reached, page.step


def test_tab_goes_from_the_header_through_the_page_to_the_foot(person: Person) -> None:
    _ = person.wizard.words.content
    frame = person.wizard
    for page in pages(person):
        tabs = [tab for tab in frame.header.tabs.values() if tab.isEnabled()]
        head = [*tabs, frame.header.listen, frame.header.look, frame.header.help]
        foot = [frame.footer.back, frame.footer.start_over, frame.footer.go_on]
        own = [c for c in controls(frame) if page.isAncestorOf(c) and c.isEnabled()]
        last = next((b for b in reversed(foot) if b.isVisible()), own[-1])
        tabs[0].setFocus()
        reached: list[QWidget | None] = [tabs[0]]
        for _ in range(len(own) + 16):
            if reached[-1] is last:
                break
            person.key(Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        # Of a group of answers only one is a stop; the arrow keys choose among them.
        expected = [*head, *own, *(b for b in foot if b.isVisible())]
        wanted = [c for c in expected if c in reached or not one_of_several(c)]
        assert reached == wanted, page.step


def test_tab_goes_on_from_where_the_focus_was_put(person: Person) -> None:
    _ = person.wizard.words.content
    person.page.explain_words()
    for page in pages(person):
        first = next(c for c in controls(person.wizard) if page.isAncestorOf(c) and c.isEnabled())
        page.title.setFocus()
        person.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is first, page.step
        page.error.say("Say something.")
        person.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused), page.step
        page.error.clear()


def test_the_title_takes_the_focus_and_is_announced(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    monkeypatch.setattr(window, "announce", lambda _source, text: said.append(text))
    person.begin()
    assert person.page.title.hasFocus()
    assert said == ["Where was cancer found?. Step 2 of 5."]
    assert person.wizard.windowTitle() == "Where was cancer found? – Decision aid"


def test_the_result_is_announced_with_its_page(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    person.go_to("where")
    person.mark(PlaceId("liver"))
    monkeypatch.setattr(window, "announce", lambda _source, text: said.append(text))
    person.go_on()
    assert said[0].startswith("What your answers mean. Step ")
    assert "metastatic" in said[0]
    assert "invasive" in said[0]


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_can_be_seen_on_every_control_of_every_page(
    person: Person, theme: ThemeName
) -> None:
    person.wizard.set_theme(theme)
    faint = {}
    for page in pages(person):
        person.page.explain_words()
        for control in controls(person.wizard):
            if not control.isEnabled() or not isinstance(control, QAbstractButton | QLineEdit):
                continue
            share = ring_that_is_seen(person.wizard, control, page.title)
            if share < 1:
                name = control.accessibleName()
                faint[f"{page.step}: {type(control).__name__} {name}"] = round(share, 2)
    assert faint == {}, faint


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_can_be_seen_on_every_control_of_every_panel(
    person: Person, theme: ThemeName
) -> None:
    person.wizard.set_theme(theme)
    person.go_to("where")
    faint = {}
    for opener in (person.wizard.header.look,):
        person.press(opener)
        (panel,) = (p for p in person.wizard.findChildren(Popover) if p.isVisible())
        inside = [b for b in panel.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        for control, other in zip(inside, [*inside[1:], inside[0]], strict=True):
            share = ring_that_is_seen(person.wizard, control, other)
            if share < 1:
                faint[control.accessibleName() or control.text()] = round(share, 2)
        person.key(Qt.Key.Key_Escape)
    assert faint == {}, faint


def ring_that_is_seen(wizard: Wizard, control: QWidget, elsewhere: QWidget) -> float:
    """Return how much of a ring of two pixels around a control differs by 3:1 once it has focus.

    A ring lies inside its control and its corners are round, which ``length_around`` leaves out;
    a little more is lost where its edges blend with what they lie on.
    """
    area = control.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(control, 0, 40)
    elsewhere.setFocus()
    QApplication.processEvents()
    before = looks(wizard, control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = looks(wizard, control)
    changes = Counter((b, a) for b, a in zip(before, after, strict=True) if b != a)
    seen = sum(n for (b, a), n in changes.items() if contrast(color(b), color(a)) >= 3)
    return seen / (2 * length_around(control) * 0.95)


def length_around(control: QWidget) -> float:
    if isinstance(control, FigureButton):
        figure = control.window().page.figure  # type: ignore[attr-defined]
        # What the ring lies over may be as dark as the ring for a small part of its way.
        return 0.9 * float(figure._layers.ring(figure._scene, control.region).length())
    return 2 * (control.width() + control.height()) - 30


def color(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def looks(wizard: Wizard, control: QWidget) -> memoryview:
    """Return the pixels of a control and of what is right around it."""
    around = control.rect().translated(control.mapTo(wizard, QPoint(0, 0)))
    image = wizard.grab(around.adjusted(-12, -12, 12, 12)).toImage()
    return memoryview(bytes(image.constBits())).cast("I")


def test_everything_to_press_is_large_enough(person: Person) -> None:
    for page in pages(person):
        for control in page.findChildren(QAbstractButton):
            if (
                control.isVisible()
                and not control.inherits("QScrollBar")
                and control.mask().isEmpty()
            ):
                # A word in a sentence; and a part of the figure, which is in the list as well.
                if type(control).__name__ in {"TermButton", "FigureButton"}:
                    continue
                assert control.height() >= 44, f"{page.step}: {control.accessibleName()}"


def test_help_lists_every_letter_that_alt_presses(person: Person) -> None:
    letters = set()
    for _ in pages(person):
        for button in person.wizard.findChildren(QAbstractButton):
            if button.isVisible() and (match := re.search(r"&(\w)", button.text())):
                letters.add(match[1].upper())
    person.key(Qt.Key.Key_F1)
    texts = " ".join(label.text() for label in person.dialog().findChildren(QLabel))
    assert [letter for letter in sorted(letters) if f"Alt + {letter}" not in texts] == []
    assert {"B", "C", "H", "L", "P", "S", "X"} <= letters
    told = set(re.findall(r"Alt \+ (\w)\b", texts))
    assert told <= letters, "the help names no letter that does nothing"


SHORTCUTS = {
    "Alt+Left": "Alt + Left arrow",
    "Ctrl++": "Ctrl + Plus",
    "Ctrl+=": "Ctrl + Plus",
    "Ctrl+-": "Ctrl + Minus",
}
"""How the help calls a shortcut, where it does not spell it as Qt does."""

KEYS = {
    "Left": "Arrow keys",
    "Right": "Arrow keys",
    "Up": "Up",
    "Down": "Down",
    "Return": "Enter",
    "Enter": "Enter",
}


def help_texts(person: Person) -> str:
    person.key(Qt.Key.Key_F1)
    return "\n".join(label.text() for label in person.dialog().findChildren(QLabel))


def test_help_names_every_shortcut_that_there_is(person: Person) -> None:
    shortcuts = [s.key().toString() for s in person.wizard.findChildren(QShortcut)]
    assert len(shortcuts) >= 6
    texts = help_texts(person)
    assert [s for s in shortcuts if SHORTCUTS.get(s, s) not in texts] == []


def test_help_names_every_key_that_the_program_answers_to(person: Person) -> None:
    # The other modes have a help of their own; keys on the screen only press those of a keyboard.
    sources = [
        source
        for source in Path(decision_aid.ui.__file__).parent.rglob("*.py")
        if not {"counselor", "kiosk"} & set(source.parts)
        and source.stem not in {"on_screen_keyboard", "pin_pad", "screen_key"}
    ]
    keys = {k for source in sources for k in re.findall(r"Key_(\w+)", source.read_text("utf-8"))}
    assert {"Escape", "Home", "End"} <= keys
    texts = help_texts(person)
    assert [key for key in keys if KEYS.get(key, key) not in texts] == []
    # What Qt answers to by itself.
    assert [
        k for k in ("Tab", "Shift + Tab", "Space", "Page Up", "Page Down") if k not in texts
    ] == []


def test_help_lists_the_letters_of_its_own_buttons(person: Person) -> None:
    texts = help_texts(person)
    own = [b.text() for b in person.dialog().findChildren(QAbstractButton)]
    letters = [m[1].upper() for text in own if (m := re.search(r"&(\w)", text))]
    assert letters == ["S"]
    assert "Alt + S, in this help" in texts


def test_home_and_end_go_to_the_top_and_to_the_end_of_the_page(person: Person) -> None:
    page = person.go_to("options", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    bar = page.verticalScrollBar()
    person.key(Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    person.key(Qt.Key.Key_Home)
    assert bar.value() == 0
    person.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_letter_that_alt_presses_is_the_only_thing_underlined(person: Person) -> None:
    for page in pages(person):
        for button in person.wizard.findChildren(QAbstractButton):
            if button.isVisible() and "&" in button.text():
                assert not button.font().underline(), f"{page.step}: {button.text()}"


def test_a_narrow_window_says_where_one_is_in_place_of_the_tabs(person: Person) -> None:
    person.wizard.set_text_size(200)
    person.wizard.resize(1024, 700)
    person.begin()
    header = person.wizard.header
    assert not header.way.isVisible()
    assert header.here.isVisible()
    assert header.here.text() == "2 of 5: Where it was found"
    person.wizard.set_text_size(100)
    person.wizard.resize(1366, 728)
    QApplication.processEvents()
    assert header.way.isVisible()
    assert [tab.text() for tab in header.tabs.values() if tab.isChecked()] == ["Where it was found"]


def test_help_lists_the_keys(person: Person) -> None:
    person.key(Qt.Key.Key_F1)
    texts = " ".join(label.text() for label in person.dialog().findChildren(QLabel))
    assert "Alt + Left arrow" in texts
    person.key(Qt.Key.Key_Escape)
    person.qtbot.waitUntil(lambda: not person.dialogs())


def test_enter_presses_the_button_of_a_question_that_has_the_focus(person: Person) -> None:
    person.go_to("where")
    person.side("left")
    person.press(person.wizard.footer.start_over)
    dialog = person.dialog()
    person.tab_to(dialog.yes)
    person.key(Qt.Key.Key_Return)
    assert person.step == "start"
    assert person.wizard.session.is_empty
