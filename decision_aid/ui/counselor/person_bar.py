"""The foot of the window: what the person sees, and how to show nothing at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QBoxLayout, QWidget

from decision_aid.storage.saved_sessions import SavedCase
from decision_aid.ui.counselor.display import NOTHING, Displayed, DisplayKind
from decision_aid.ui.counselor.panel import flowing_row
from decision_aid.ui.counselor.person_window import PersonWindow, other_screen
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words

_BESIDE_FROM_EM: Final = 50
_LARGE_PRINT: Final = 150
"""The least text size on a screen that two people look at, in percent."""

_LOW_SCREEN: Final = 700
"""The height of a screen, in pixels, below which both answers do not fit in large print."""

_SETTLES_MS: Final = 300


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

    def say(self, text: str, *, is_open: bool, aloud: bool = True) -> None:
        """Say what the person sees, and what the buttons do now.

        Args:
            text: what the person sees.
            is_open: whether the person's screen is open.
            aloud: whether a screen reader says it, too.
        """
        if text != self.state.text():
            self.state.setText(text)
            if aloud:
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
        # Settles first: while screens come and go, the system moves windows by itself.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._follow_screens)
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._settled.start)
        for screen in application.screens():
            screen.geometryChanged.connect(self._settled.start)
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

    def to_adjust(self) -> PersonWindow:
        """Return the person's screen, opened to see what changes where it is not over the desk."""
        window = self._made()
        if other_screen(self._main) is not None:
            self._open(window)
        return window

    def _made(self) -> PersonWindow:
        if self.window is None:
            size = self._first_size()
            self.window = PersonWindow(self.words, theme=self._theme, text_size=size)
            self.window.set_detail(self._session.detail)
            self.window.closed.connect(self._gone)
            self.window.nothing_wanted.connect(self.show_nothing)
        return self.window

    def _first_size(self) -> int:
        room = self._main.screen().size().height()
        if other_screen(self._main) is not None or room < _LOW_SCREEN:
            return self._size
        return max(self._size, _LARGE_PRINT)

    def _open(self, window: PersonWindow) -> None:
        if not window.isVisible():
            window.place_for(self._main)
        self._tell()

    def _put(self, displayed: Displayed) -> None:
        window = self._made()
        window.put(displayed)
        self._open(window)

    def _gone(self) -> None:
        if self.window is not None and self.window.covers_desk:
            self._main.activateWindow()
        self._tell()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settled.start)
        self._settled.start()

    def _follow_screens(self) -> None:
        """Have an open screen of the person where it belongs among the screens there are now."""
        window = self.window
        if window is None or not window.isVisible():
            return
        if other_screen(self._main) is None and not window.covers_desk:
            window.put_away()
            return
        window.place_for(self._main)
        if not window.covers_desk:
            self._main.activateWindow()
        self._tell()

    def _keep_focus(self, focused: QWindow | None) -> None:
        """Take the focus back where a system gives it to each new window, whatever it asks."""
        if self.window is None or self.window.covers_desk:
            return
        if focused is not None and focused is self.window.windowHandle():
            self._main.activateWindow()

    def toggle(self) -> None:
        """Open it with what was there when it was put away, or close it."""
        if self.is_open and self.window is not None:
            self.window.close()
        else:
            self._open(self._made())

    def show_again(self) -> bool:
        """Open what was put away, and return whether there was something."""
        if self.is_open or self.window is None or self.window.displayed is NOTHING:
            return False
        self._open(self.window)
        return True

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
        self._put(Displayed(kind, cases, examples, pdf=pdf, document=document))

    def show_word(self, term: str) -> None:
        """Show what a medical word means."""
        self._put(Displayed(DisplayKind.WORD, term=term))

    def show_nothing(self) -> None:
        """Take everything off the person's screen, and the screen off the desk."""
        if self.window is not None:
            if self.window.covers_desk:
                self.window.close_blank()
            self.window.put(NOTHING)
        self._tell()

    def scroll(self, pages: float) -> None:
        """Move what the person sees up or down by so many heights of their window."""
        if self.window is not None:
            self.window.area.scroll_pages(pages)

    def _set_detail(self) -> None:
        if self.window is not None:
            self.window.set_detail(self._session.detail)

    def _tell(self) -> None:
        window = self.window
        covers = self.is_open and window is not None and window.covers_desk
        self.bar.say(self._state(), is_open=self.is_open, aloud=not covers)
        self.changed.emit()

    def _state(self) -> str:
        words, window = self.words, self.window
        is_open = self.is_open
        if window is None or window.displayed is NOTHING:
            return words(f"person_screen.{'sees_nothing' if is_open else 'not_open'}")
        what = window.title
        if window.displayed.kind is DisplayKind.WORD:
            what = words("person_screen.the_word", word=words.term(window.displayed.term)[0])
        text = words(f"person_screen.{'sees' if is_open else 'put_away'}", what=what)
        if self._is_older(window.displayed):
            text += " " + words("person_screen.older")
        return text

    def _is_older(self, displayed: Displayed) -> bool:
        """Return whether a case has changed since it was put there."""
        return any(case not in self._session.cases for case in displayed.cases)
