"""The window of the wizard: header, the page, the foot; it knows pages only by their step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import WAY, Step
from decision_aid.ui.kit.screen_reader import announce, follow_in_tab_order
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.window import Ask, Window
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.frame import Footer, Header
from decision_aid.ui.wizard.navigator import AT_HOME, Context, Navigator, Surroundings
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.pages import Pages
from decision_aid.ui.wizard.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision_aid.ui.kit.speech.bar import ReadAloudBar


class Wizard(Window):
    """The wizard for one person; ``page_shown`` is emitted with each page that appears."""

    page_shown = Signal(QWidget)

    def __init__(
        self,
        words: Words,
        *,
        theme: ThemeName = ThemeName.SYSTEM,
        text_size: int = 100,
        surroundings: Surroundings = AT_HOME,
    ) -> None:
        """Open on the first page.

        Args:
            words: in the person's language.
            theme: the colours.
            text_size: in percent; the nearest one offered is taken.
            surroundings: where the wizard is used.
        """
        super().__init__(words, theme, text_size)
        self.session = Session(self)
        self.navigator = Navigator(self)
        self.context = Context(words, self.session, self.navigator, surroundings)
        self.speech_engine: str | None = None
        self._may_close = False
        self._build()
        self.apply_look()
        self._connect()
        self._show(self.navigator.current)

    def _build(self) -> None:
        self.header = Header(self.context, self)
        self.stack = Pages(self.context, self.header.help, self)
        self.stack.foot = self.footer = self.new_footer()
        self.reader: ReadAloudBar | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)
        for part in (self.header, self.footer):
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def new_footer(self) -> Footer:
        """Return the foot of the window."""
        return Footer(self.words, self)

    def _connect(self) -> None:
        self.footer.back.clicked.connect(self.navigator.back)
        self.footer.go_on.clicked.connect(self.go_on)
        self.footer.start_over.clicked.connect(self.ask_to_start_over)
        self.header.step_pressed.connect(self.navigator.go_to)
        self.header.look_pressed.connect(lambda: self.choose_look(self.header.look))
        self.header.help_pressed.connect(self.open_help)
        self.header.listen_pressed.connect(self.listen)
        self.navigator.moved.connect(self._show)
        self.session.changed.connect(self._refresh_frame)
        for keys, does in (
            ("Alt+Left", self.navigator.back),
            ("F1", self.open_help),
            ("F8", self.listen),
            ("Ctrl++", lambda: self.step_text_size(1)),
            ("Ctrl+=", lambda: self.step_text_size(1)),
            ("Ctrl+-", lambda: self.step_text_size(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.stack.current()

    def go_on(self) -> None:
        """Do what the button that leads on says."""
        if not self.page.may_leave():
            return
        if self.page.step is WAY[-1]:
            self.leave_last_page()
        else:
            self.navigator.forward()

    def leave_last_page(self) -> None:
        """End."""
        self.close()

    def ask_to_start_over(self) -> None:
        """Clear everything, after asking once."""
        if self.session.is_empty:
            self.start_over()
        else:
            self._ask("start_over", self.start_over)

    def _ask(self, question: str, then: Callable[[], None]) -> None:
        ask = Ask(self, self.words, question)
        ask.accepted.connect(then)
        ask.other.connect(lambda: self.navigator.open(Step.SUMMARY))
        ask.open()

    def start_over(self) -> None:
        """Clear everything and begin again."""
        self.forget()
        self.navigator.restart()

    def forget(self) -> None:
        """Let go of everything that the person said, and of every page that shows it."""
        if self.reader is not None:
            self.reader.hide()
        self.stack.clear()
        self.session.clear()
        self.navigator.forget()

    def listen(self) -> None:
        """Have the page read aloud; where it is being read, pause or go on."""
        if self.reader is None:
            from decision_aid.ui.kit.speech.bar import (  # noqa: PLC0415 - when asked for
                ReadAloudBar,
            )

            self.reader = ReadAloudBar(self.words, lambda: self.page, self, self.speech_engine)
            self.reader.closed.connect(
                lambda: self.header.listen.setFocus(Qt.FocusReason.OtherFocusReason)
            )
            self._column.insertWidget(1, self.reader)
            self.reader.stackUnder(self.stack)
            follow_in_tab_order(self.header.help, self.reader)
        self.reader.pause_or_go_on()

    def open_help(self) -> None:
        """Open the help."""
        from decision_aid.ui.kit.help import HelpDialog  # noqa: PLC0415 - not for the first page

        HelpDialog(self, self.words).open()

    def _show(self, step: Step) -> None:
        page = self.stack.of(step)
        page.error.clear()
        page.enter()
        if self.words.can_explain:
            page.explain_words()
        page.order_tabs()
        self._order_tabs_of_frame()
        self.footer.set_continue(page.CONTINUE, leads=page.LEADS)
        self._refresh_frame()
        self._column.activate()  # first the foot: then the page has the size that it keeps
        self.stack.show_page(page)
        self._refresh_frame()
        title = page.title.text()
        self.setWindowTitle(self.words("app.window", page=title))
        page.title.setFocus(Qt.FocusReason.OtherFocusReason)
        here, count = self.navigator.position() + 1, len(WAY)
        arrived = self.words("header.page_announced", title=title, number=here, count=count)
        announce(page.title, f"{arrived} {page.result()}".strip())
        if self.reader is not None:
            self.reader.page_changed()
        self.page_shown.emit(page)

    def _order_tabs_of_frame(self) -> None:
        """Put what stands between the header and the page there for Tab too."""
        if self.reader is not None:
            follow_in_tab_order(self.header.help, self.reader)

    def _refresh_frame(self) -> None:
        self.header.refresh()
        first = not self.navigator.can_go_back()
        self.footer.back.setVisible(not first)
        self.footer.start_over.setVisible(not first or not self.session.is_empty)
        if self.stack.count():
            self.footer.show_so_far(self.page.so_far())
        parts = (self.footer.back, self.footer.start_over, self.footer.go_on)
        self.footer.setVisible(any(not part.isHidden() for part in parts))

    def apply_look(self) -> None:
        """Show everything in the look that was chosen."""
        super().apply_look()
        self.header.refresh()
        if self.stack.count():
            self.footer.set_continue(self.page.CONTINUE, leads=self.page.LEADS)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter leads on, or presses the button that has the focus."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        ):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            return
        is_answer = isinstance(focused, QRadioButton | QCheckBox)
        if isinstance(focused, QAbstractButton) and not is_answer:
            focused.click()
        else:
            self.go_on()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask once before answers are lost."""
        if self._may_close or self.session.is_empty:
            self.forget()
            super().closeEvent(event)
            return
        event.ignore()
        if not any(isinstance(child, QDialog) and child.isVisible() for child in self.children()):
            self._ask("close", self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
