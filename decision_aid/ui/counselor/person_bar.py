"""The foot of the window: what the person sees, and how to show nothing at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QBoxLayout, QWidget

from decision_aid.storage.saved_sessions import SavedCase
from decision_aid.ui.counselor.display import NOTHING, Displayed, DisplayKind
from decision_aid.ui.counselor.panel import flowing_row
from decision_aid.ui.counselor.person_window import PersonWindow
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words

_BESIDE_FROM_EM = 50


class PersonBar(QWidget):
    """Says what the person sees."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Show that the person sees nothing."""
        super().__init__(parent)
        self.words = words
        self.setObjectName("footer")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(6)
        self.state = Text(words("person_screen.not_open"))
        self._row.addWidget(self.state, 1)
        buttons, flow = flowing_row()
        self.nothing = named_button(words("person_screen.show_nothing"), lambda: None)
        self.look = named_button(words("person_screen.look"), lambda: None, role="quiet")
        self.toggle = named_button(words("person_screen.open"), lambda: None, role="quiet")
        for button in (self.toggle, self.look, self.nothing):
            flow.addWidget(button)
        self._row.addWidget(buttons)

    def fit(self, width: int) -> None:
        """Put the buttons beside the words, or below them where there is little room."""
        directions = QBoxLayout.Direction
        wide = width >= look_of(self).em(_BESIDE_FROM_EM)
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def say(self, text: str, *, is_open: bool) -> None:
        """Say what the person sees, and what the buttons do now."""
        if text != self.state.text():
            self.state.setText(text)
            announce(self, text)
        key = "person_screen.close" if is_open else "person_screen.open"
        self.toggle.setText(self.words(key))
        self.toggle.setAccessibleName(self.words(key).replace("&", ""))


class PersonScreen(QObject):
    """Puts things on the person's screen and says in the bar what is there."""

    changed = Signal()

    def __init__(self, words: Words, session: CounselorSession, main: QWidget) -> None:
        """Open nothing yet.

        Args:
            words: the words.
            session: the cases.
            main: the counselor's window.
        """
        super().__init__(main)
        self.words, self._session, self._main = words, session, main
        self.window: PersonWindow | None = None
        self.bar = PersonBar(words, main)
        self.bar.nothing.clicked.connect(self.show_nothing)
        self.bar.toggle.clicked.connect(self.toggle)
        session.emptied.connect(self.show_nothing)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._keep_focus)
        session.changed.connect(self._tell)
        session.detail_changed.connect(self._set_detail)
        self._theme, self._size = ThemeName.SYSTEM, 125

    def set_first_look(self, theme: ThemeName, size: int) -> None:
        """Have it look like this when it is first opened."""
        self._theme, self._size = theme, size

    @property
    def is_open(self) -> bool:
        """Whether the person's screen is open."""
        return self.window is not None and self.window.isVisible()

    def opened(self) -> PersonWindow:
        """Return the person's screen, opened without taking the focus."""
        if self.window is None:
            self.window = PersonWindow(self.words, theme=self._theme, text_size=self._size)
            self.window.detail = self._session.detail
            self.window.closed.connect(self._tell)
        if not self.window.isVisible():
            self.window.place_beside(self._main)
        self._tell()
        return self.window

    def _keep_focus(self, focused: QWindow | None) -> None:
        """Take the focus back where a system gives it to each new window, whatever it asks."""
        theirs = self.window.windowHandle() if self.window is not None else None
        if focused is not None and focused is theirs:
            self._main.activateWindow()

    def toggle(self) -> None:
        """Open it, blank, or close it."""
        if self.is_open and self.window is not None:
            self.window.close()
        else:
            self.opened()

    def close(self) -> None:
        """Close it for good."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def show_case(self, kind: DisplayKind, pdf: bytes = b"") -> None:
        """Show something of the case that is worked on, as it is at this moment.

        Args:
            kind: what.
            pdf: the pages, for the summary.
        """
        session = self._session
        cases: tuple[SavedCase, ...] = (session.cases[session.current],)
        examples: tuple[bool, ...] = (session.is_example(),)
        if kind is DisplayKind.COMPARISON:
            cases = session.cases
            examples = tuple(session.is_example(index) for index in range(len(cases)))
        document = session.document(self.words.content)
        self.opened().put(Displayed(kind, cases, examples, pdf=pdf, document=document))
        self._tell()

    def show_word(self, term: str) -> None:
        """Show what a medical word means."""
        self.opened().put(Displayed(DisplayKind.WORD, term=term))
        self._tell()

    def show_nothing(self) -> None:
        """Take everything off the person's screen."""
        if self.window is not None:
            self.window.put(NOTHING)
        self._tell()

    def scroll(self, pages: float) -> None:
        """Move what the person sees up or down by so many heights of their window."""
        if self.window is not None:
            self.window.scroll_pages(pages)

    def _set_detail(self) -> None:
        if self.window is not None:
            self.window.set_detail(self._session.detail)

    def _tell(self) -> None:
        words, window = self.words, self.window
        if window is None or not window.isVisible():
            text = words("person_screen.not_open")
        elif window.displayed.kind is DisplayKind.NOTHING:
            text = words("person_screen.sees_nothing")
        else:
            what = window.title
            if window.displayed.kind is DisplayKind.WORD:
                what = words("person_screen.the_word", word=words.term(window.displayed.term)[0])
            text = words("person_screen.sees", what=what)
            if self._is_older(window.displayed):
                text += " " + words("person_screen.older")
        self.bar.say(text, is_open=self.is_open)
        self.changed.emit()

    def _is_older(self, displayed: Displayed) -> bool:
        """Return whether a case has changed since it was put there."""
        return any(case not in self._session.cases for case in displayed.cases)
