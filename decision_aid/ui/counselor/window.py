"""The counselor's window: the case on the left, what it means beside it, the person's screen below.

Where there is little room, the case is one of the parts to choose from, and one part is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from decision_aid.ui.counselor.case_panel import CasePanel
from decision_aid.ui.counselor.display import DisplayKind
from decision_aid.ui.counselor.entry_line import EntryLine
from decision_aid.ui.counselor.header import (
    PARTS,
    CaseChooser,
    CounselorHeader,
    PartTabs,
    SessionMenu,
    bind_keys,
)
from decision_aid.ui.counselor.map_panel import MapPanel
from decision_aid.ui.counselor.panel import NotesPanel, Panel
from decision_aid.ui.counselor.paper_panel import PaperPanel, RecordFiles
from decision_aid.ui.counselor.person_bar import PersonScreen
from decision_aid.ui.counselor.result_panel import ResultPanel, TeachBackPanel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.what_if_panel import WhatIfPanel, case_name
from decision_aid.ui.kit.help import HelpDialog
from decision_aid.ui.kit.locked_files import LockedFiles
from decision_aid.ui.kit.screen_reader import announce, follow_in_tab_order, last_in_tab_order
from decision_aid.ui.kit.text import Note
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.window import Ask, Window
from decision_aid.ui.kit.words import Words

BESIDE_FROM_EM: Final = 54
"""The width of the window, in ems, from which the case stands beside the other parts."""

_MAP_FROM_EM: Final = 72
"""The width from which the map stands between the two."""

_CASE_EM: Final = 24
_MAP_EM: Final = 18
_AS_WIDE_AS_IT_LIKES: Final = 16_777_215
_WITHOUT_A_CASE: Final = {"what_if", "notes"}
_SHOWS: Final = {
    "result": DisplayKind.ANSWER,
    "what_if": DisplayKind.COMPARISON,
    "paper": DisplayKind.SUMMARY,
}


class CounselorWindow(Window):
    """The window of a nurse or navigator."""

    def __init__(
        self, words: Words, *, theme: ThemeName = ThemeName.SYSTEM, text_size: int = 100
    ) -> None:
        """Open with nothing entered.

        Args:
            words: the words.
            theme: the colours.
            text_size: in percent; the nearest one offered is taken.
        """
        super().__init__(words, theme, text_size)
        self.setWindowTitle(words("counselor.window"))
        self._may_close = False
        self._has_its_own_place = {"case": False, "map": False}
        self.part = "case"
        self.session = CounselorSession(self)
        self.session_files = LockedFiles(
            words,
            self,
            to_save=self.session.saved,
            saved=self.session.mark_saved,
            opened=self.session.open,
        )
        self.session.emptied.connect(self.session_files.forget_name)
        self.record_files = RecordFiles(words, self.session, self)
        self.person = PersonScreen(words, self.session, self)
        self.person.set_first_look(theme, max(self.current_look.percent, 125))
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(self.order_tabs)
        self._build()
        self.apply_look()
        self._connect()
        self.refresh()
        self.case_panel.begin()

    def _build(self) -> None:
        words, session = self.words, self.session
        self.header = CounselorHeader(words, self)
        self.tabs = PartTabs(words, self)
        self.chooser = CaseChooser(words, self)
        self.note = Note()
        self.entry = EntryLine(words, self)
        self.case_panel = CasePanel(words, session, self.entry)
        self.map_panel = MapPanel(words, session)
        self.result_panel = ResultPanel(words, session)
        self.what_if_panel = WhatIfPanel(words, session)
        self.teach_back_panel = TeachBackPanel(words, session)
        self.notes_panel = NotesPanel(words, session)
        self.paper_panel = PaperPanel(words, session)
        self.panels: dict[str, Panel] = {part: getattr(self, f"{part}_panel") for part in PARTS}
        self.stack = QStackedWidget(self)
        for part in PARTS[2:]:
            self.stack.addWidget(self.panels[part])
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.case_panel)
        self._middle.addWidget(self.map_panel)
        self._middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for above in (self.header, self.entry, self.tabs, self.chooser, self.note):
            column.addWidget(above)
        column.addLayout(self._middle, 1)
        column.addWidget(self.person.bar)
        for frame in (self.header, self.person.bar):
            frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.case_panel.wanted.connect(self._have_case_in_sight)
        self.session.emptied.connect(self._start_anew)
        self.session_files.done.connect(self._tell)
        self.record_files.done.connect(self._tell)
        self.record_files.failed.connect(self._tell_problem)
        self.record_files.read.connect(self._confirm)
        self.tabs.picked.connect(self.show_part)
        self.chooser.picked.connect(self.session.work_on)
        self.header.menu.clicked.connect(self.open_menu)
        self.header.undo.clicked.connect(self.step_back)
        self.header.look.clicked.connect(lambda: self.choose_look(self.header.look))
        self.header.help.clicked.connect(self.open_help)
        self.person.bar.look.clicked.connect(self._choose_look_of_person)
        self.what_if_panel.case_wanted.connect(self._work_on)
        for showing in (self.result_panel, self.what_if_panel, self.paper_panel):
            showing.show_wanted.connect(lambda kind: self.show_to_person(DisplayKind(kind)))
        for panel in self.panels.values():
            panel.rebuilt.connect(self._order.start)
            panel.word_shown.connect(self.person.show_word)
        bind_keys(self)

    def refresh(self) -> None:
        """Show the cases as they are now, everywhere."""
        session = self.session
        names = [case_name(case, n, self.words) for n, case in enumerate(session.cases)]
        self.chooser.show_cases(names, session.current)
        self._fit()
        self.header.undo.setEnabled(session.can_step_back)
        for panel in self.panels.values():
            panel.refresh()
        self._order.start()

    def show_part(self, part: str) -> None:
        """Show a part and put the focus there."""
        self.part = part
        self._fit()
        panel = self.panels[part]
        panel.refresh()
        if part == "case":
            self.case_panel.begin()
        elif part == "map":
            self.map_panel.begin()
        elif part == "notes":
            self.notes_panel.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            panel.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(panel, panel.title.text())
        self.order_tabs()

    @property
    def in_front(self) -> str:
        """The part that is seen; beside the case and the map, the other one."""
        if self._has_its_own_place.get(self.part, False):
            return next(p for p in PARTS if self.panels[p] is self.stack.currentWidget())
        return self.part

    def _have_case_in_sight(self) -> None:
        if not self.case_panel.isVisible():
            self.show_part("case")

    def show_to_person(self, kind: DisplayKind) -> None:
        """Put something on the person's screen."""
        if kind is DisplayKind.SUMMARY:
            pdf = self.paper_panel.pdf
            if pdf is None:
                self.paper_panel.say_error(self.words("paper.wait"))
                return
            self.person.show_case(kind, pdf)
        elif kind is DisplayKind.COMPARISON and len(self.session.cases) == 1:
            self.what_if_panel.say_error(self.words("what_if.alone"))
        else:
            self.person.show_case(kind)

    def show_what_is_seen(self) -> None:
        """Put what the part in front is about on the person's screen."""
        kind = _SHOWS.get(self.in_front)
        if kind is not None:
            self.show_to_person(kind)
        elif not self.person.show_again():
            announce(self, self.words("person_screen.cannot_show"))

    def new(self) -> None:
        """Begin with another person; one step back brings the last one back."""
        if self.session.is_empty and not self._holds_something:
            self.show_part("case")
            return
        self._after_asking("new", self._clear)

    def step_back(self) -> None:
        """Take the last change back."""
        if self.session.step_back():
            announce(self, self.words("counselor.undone"))

    def open_menu(self) -> None:
        """Open what can be done with the session."""
        does: dict[str, Callable[[], object]] = {
            "new": self.new,
            "save": self.session_files.save,
            "open": self.open_session,
            "import": self.record_files.import_record,
            "export": self.record_files.export,
        }
        SessionMenu(self, self.header.menu, self.words, does)

    def open_help(self) -> None:
        """Open the help."""
        HelpDialog(self, self.words, keys="counselor_keys").open()

    def order_tabs(self) -> None:
        """Have Tab go through the window as one reads."""
        before: QWidget = self.header
        for part in (
            *(self.header, self.entry, self.tabs, self.chooser),
            *(self.case_panel, self.map_panel, self.stack),
        ):
            follow_in_tab_order(before, part)
            before = last_in_tab_order(part)
        follow_in_tab_order(before, self.person.bar)

    def _start_anew(self) -> None:
        self.note.hide()
        for panel in self.panels.values():
            panel.forget()
        self.show_part("case")

    def _clear(self) -> None:
        self.session.clear()
        self._tell(self.words("counselor.cleared"))

    def _work_on(self, index: int) -> None:
        self.session.work_on(index)
        self.show_part("case")

    def _confirm(self, found: object) -> None:
        self.show_part("case")
        self.case_panel.show_to_confirm(found)  # type: ignore[arg-type]

    def _tell(self, text: str) -> None:
        self.note.say(text)

    def _tell_problem(self, text: str) -> None:
        self.show_part("case")
        self.case_panel.say_error(text)

    def _choose_look_of_person(self) -> None:
        """Open the look of the person's screen, which the person does not have to touch."""
        title = self.words("person_screen.look_title")
        self.choose_look(self.person.bar.look, self.person.to_adjust(), title)

    def apply_look(self) -> None:
        """Show everything in the look that was chosen; the person's screen keeps its own."""
        super().apply_look()
        self._fit()
        for panel in self.panels.values():
            panel.refresh()

    def _fit(self) -> None:
        look = self.current_look
        narrow = self.what_if_panel.is_narrow(self.width() - look.em(_CASE_EM))
        beside = self.width() >= look.em(BESIDE_FROM_EM) and not (self.part == "what_if" and narrow)
        with_map = beside and self.part != "what_if" and self.width() >= look.em(_MAP_FROM_EM)
        has_its_own_place = self._has_its_own_place = {"case": beside, "map": with_map}
        stacked = self.part not in has_its_own_place
        if stacked:
            self.stack.setCurrentWidget(self.panels[self.part])
        self.stack.setVisible(stacked or has_its_own_place[self.part])
        for part, panel, em in (
            ("case", self.case_panel, _CASE_EM),
            ("map", self.map_panel, _MAP_EM),
        ):
            own = has_its_own_place[part]
            panel.setVisible(own or self.part == part)
            panel.setMinimumWidth(look.em(em) if own else 0)
            panel.setMaximumWidth(look.em(em) if own else _AS_WIDE_AS_IT_LIKES)
            self.tabs.tabs[part].setVisible(not own)
        self.map_panel.title.setVisible(not with_map)
        self.tabs.show_current(self.in_front)
        self.header.fit(self.width())
        self.person.bar.fit(self.width())
        # Where one part is seen at a time, two of them have no use for it.
        several = len(self.session.cases) > 1
        self.chooser.setVisible(several and (beside or self.part not in _WITHOUT_A_CASE))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the case beside the other parts where there is room."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask once before unsaved work is lost; the person's screen goes with this window."""
        if self._may_close or not self._holds_something:
            self.person.close()
            super().closeEvent(event)
            return
        event.ignore()
        if any(isinstance(child, QDialog) and child.isVisible() for child in self.children()):
            return
        self._after_asking("close", self._close_now)

    def open_session(self) -> None:
        """Open a saved session; what is unsaved is asked for first."""
        self._after_asking("open", self.session_files.open)

    def _after_asking(self, question: str, then: Callable[[], object]) -> None:
        """Ask once before unsaved work is lost, then go on."""
        if not self._holds_something:
            then()
            return
        ask = Ask(self, self.words, question, "counselor_ask")
        ask.accepted.connect(then)
        ask.open()

    @property
    def _holds_something(self) -> bool:
        """Whether something would be lost: in the case, in the line, or not looked at yet."""
        return bool(self.session.is_unsaved or self.entry.line.text() or self.case_panel.pending)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
