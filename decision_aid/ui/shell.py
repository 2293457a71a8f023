"""The window: header, the page, the foot; it knows pages only by their step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import Step, StepKind
from decision_aid.ui.announce import announce
from decision_aid.ui.context import AT_HOME, Context, Surroundings
from decision_aid.ui.footer import Footer
from decision_aid.ui.header import Header
from decision_aid.ui.kit.tab_order import follow_in_tab_order
from decision_aid.ui.native_memory import give_back
from decision_aid.ui.navigator import Navigator
from decision_aid.ui.roles import Role, set_role, tell_roles
from decision_aid.ui.session import Session
from decision_aid.ui.style import palette, resolved, style_sheet, system_changes
from decision_aid.ui.theme import TEXT_SIZES, Look, ThemeName, nearest_text_size
from decision_aid.ui.wizard import page_for
from decision_aid.ui.wizard.base import Page
from decision_aid.ui.words import Words

if TYPE_CHECKING:
    from decision_aid.ui.speech.bar import ReadAloudBar
    from decision_aid.ui.step_list import StepList

BUILD_AHEAD_AFTER: Final = 350
"""How long a page has been shown before the next one is built, in milliseconds."""

RAIL_FROM_EM: Final = 74
"""The width of the window, in ems, from which the steps stand beside the page."""


class Wizard(QWidget):
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
        super().__init__()
        tell_roles()
        set_role(self, Role.WINDOW)
        self.setObjectName("shell")
        self.words = words
        self.session = Session(self, left_out=surroundings.left_out)
        self.navigator = Navigator(self.session, self)
        self.context = Context(words, self.session, self.navigator, surroundings)
        self._theme_name = theme
        self.current_look = Look(resolved(theme), nearest_text_size(text_size))
        self.speech_engine: str | None = None
        self._pages: dict[str, Page] = {}
        self._may_close = False
        self._ahead = QTimer(self, singleShot=True, interval=BUILD_AHEAD_AFTER)
        self._ahead.timeout.connect(self._build_ahead)
        self._build()
        self._apply_look()
        self._connect()
        self._show(self.navigator.current)

    def _build(self) -> None:
        self.header = Header(self.context, self)
        self.stack = QStackedWidget(self)
        self.footer = self.new_footer()
        self.reader: ReadAloudBar | None = None
        self.rail = QWidget(self)
        self.steps: StepList | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.stack, 1)
        column.addWidget(self.header)
        column.addLayout(self._middle, 1)
        column.addWidget(self.footer)
        for part in (self, self.header, self.footer):
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail.hide()

    def new_footer(self) -> Footer:
        """Return the foot of the window."""
        return Footer(self.words, self)

    def _connect(self) -> None:
        self.footer.back.clicked.connect(self.navigator.back)
        self.footer.go_on.clicked.connect(self.go_on)
        self.footer.start_over.clicked.connect(self.ask_to_start_over)
        self.header.steps_pressed.connect(self._open_steps)
        self.header.look_pressed.connect(self._open_appearance)
        self.header.help_pressed.connect(self.open_help)
        self.header.listen_pressed.connect(self.listen)
        self.navigator.moved.connect(self._show)
        self.session.changed.connect(self._refresh_frame)
        for keys, does in (
            ("Alt+Left", self.navigator.back),
            ("F1", self.open_help),
            ("F8", self.listen),
            ("Ctrl++", lambda: self._step_size(1)),
            ("Ctrl+=", lambda: self._step_size(1)),
            ("Ctrl+-", lambda: self._step_size(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)
        for changed in system_changes():
            changed.connect(lambda _: self.set_theme(self._theme_name))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def theme_name(self) -> ThemeName:
        """The colours that were chosen."""
        return self._theme_name

    def go_on(self) -> None:
        """Do what the button that leads on says."""
        if not self.page.may_leave():
            return
        if self.page.step.kind is StepKind.SUMMARY:
            self.finish()
        else:
            self.navigator.forward()

    def finish(self) -> None:
        """End after the last page."""
        self.close()

    def set_theme(self, name: ThemeName) -> None:
        """Change the colours at once."""
        self._theme_name = name
        self.current_look = Look(resolved(name), self.current_look.percent)
        self._apply_look()

    def set_text_size(self, percent: int) -> None:
        """Change the text size at once, everywhere."""
        self.current_look = Look(self.current_look.theme, nearest_text_size(percent))
        self._apply_look()

    def ask_to_start_over(self) -> None:
        """Clear everything, after asking once."""
        from decision_aid.ui.ask import Ask  # noqa: PLC0415 - not for the first page

        if self.session.is_empty:
            self.start_over()
            return
        ask = Ask(self, self.words, "start_over")
        ask.accepted.connect(self.start_over)
        ask.open()

    def start_over(self) -> None:
        """Clear everything and begin again."""
        self.session.clear()
        if self.reader is not None:
            self.reader.hide()
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()
        self._ahead.stop()
        self.navigator.restart()

    def listen(self) -> None:
        """Have the page read aloud; where it is being read, pause or go on."""
        if self.reader is None:
            from decision_aid.ui.speech.bar import ReadAloudBar  # noqa: PLC0415 - when asked for

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
        from decision_aid.ui.help import HelpDialog  # noqa: PLC0415 - not for the first page

        HelpDialog(self, self.words).open()

    def _show(self, step: Step) -> None:
        page = self._page_of(step)
        page.error.clear()
        page.enter()
        if self.words.can_explain:
            page.explain_words()
        page.order_tabs()
        self._order_tabs_of_frame()
        self.stack.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self._refresh_frame()
        title = page.title.text()
        self.setWindowTitle(self.words("app.window", page=title))
        self.footer.set_continue(page.CONTINUE, leads=page.LEADS)
        page.title.setFocus(Qt.FocusReason.OtherFocusReason)
        here, count = self.navigator.position() + 1, len(self.navigator.steps())
        told = self.words("header.page_announced", title=title, number=here, count=count)
        announce(page.title, f"{told} {page.result()}".strip())
        if self.reader is not None:
            self.reader.page_changed()
        self.page_shown.emit(page)
        self._ahead.start()

    def _page_of(self, step: Step) -> Page:
        """Return the page of a step, built when it is first asked for."""
        name = self.context.page_id(step)
        if name not in self._pages:
            page = self._pages[name] = page_for(step, self.context)
            self.stack.addWidget(page)
            page.tab_anchor = self.header.help
        return self._pages[name]

    def _build_ahead(self) -> None:
        """While the person reads this page, build those beside it and let go of those far away."""
        way, here = self.navigator.steps(), self.navigator.position()
        before, after = way[max(here - 1, 0) : here], way[here + 1 : here + 2]
        self._let_go({self.context.page_id(step) for step in (*before, way[here], *after)})
        gone = [step for step in before if self.context.page_id(step) not in self._pages]
        for step in (*after, *gone):
            page = self._page_of(step)
            page.prepare()
            page.explain_words()
            page.lay_out(self.stack.size())

    def _let_go(self, near: set[str]) -> None:
        """Let go of the pages far away that can be built anew: each holds about a megabyte."""
        far = [name for name, page in self._pages.items() if name not in near and page.BUILT_ANEW]
        for name in far:
            self._drop(self._pages.pop(name))
        if far:
            QTimer.singleShot(0, self, give_back)

    def _drop(self, page: Page) -> None:
        self.stack.removeWidget(page)
        page.deleteLater()

    def _order_tabs_of_frame(self) -> None:
        """Put what stands between the header and the page there for Tab too."""
        for between in (self.steps, self.reader):
            if between is not None:
                follow_in_tab_order(self.header.help, between)

    def explain_words(self) -> None:
        """Have the medical words of the page explained, once they have been read."""
        self.page.explain_words()

    def _refresh_frame(self) -> None:
        self.header.refresh()
        first = not self.navigator.can_go_back()
        self.footer.back.setVisible(not first)
        self.footer.start_over.setVisible(not first or not self.session.is_empty)
        if self.steps is not None:
            self.steps.refresh()

    def _apply_look(self) -> None:
        self.setPalette(palette(self.current_look.theme))
        self.setStyleSheet(style_sheet(self.current_look))
        self.header.refresh()
        if self.stack.count():
            self.footer.set_continue(self.page.CONTINUE, leads=self.page.LEADS)
        self._fit_rail()

    def _step_size(self, direction: int) -> None:
        place = TEXT_SIZES.index(self.current_look.percent) + direction
        if 0 <= place < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[place])

    def _open_steps(self) -> None:
        from decision_aid.ui.popover import Popover  # noqa: PLC0415 - not for the first page
        from decision_aid.ui.step_list import StepList  # noqa: PLC0415

        panel = Popover(self, self.header.steps, self.words("header.steps"))
        steps = StepList(self.context, panel)
        close = QPushButton(self.words("button.close"))
        close.clicked.connect(panel.dismiss)
        steps.picked.connect(panel.dismiss)
        steps.picked.connect(self._pick)
        panel.column.addWidget(steps, 1)
        panel.column.addWidget(close)
        steps.setMinimumHeight(steps.wanted_height())
        panel.open(steps.current_button(), self.current_look.em(22))

    def _pick(self, step: Step) -> None:
        if step.id != self.navigator.current.id:
            self.navigator.go_to(step)

    def _open_appearance(self) -> None:
        from decision_aid.ui.appearance import AppearancePanel  # noqa: PLC0415 - as above

        panel = AppearancePanel(
            self, self.header.look, self.words, self.current_look.percent, self._theme_name
        )
        panel.theme_chosen.connect(lambda name: self.set_theme(ThemeName(name)))
        panel.size_chosen.connect(self._change_size_in_panel)

    def _change_size_in_panel(self, size: int) -> None:
        """Change the size and open the panel anew, as it grows with the text."""
        from decision_aid.ui.popover import Popover  # noqa: PLC0415 - as above

        for panel in self.findChildren(Popover):
            panel.close()
        self.set_text_size(size)
        QTimer.singleShot(0, self, self._open_appearance)

    def _fit_rail(self) -> None:
        wide = self.width() >= self.current_look.em(RAIL_FROM_EM)
        if wide and self.steps is None:
            from decision_aid.ui.step_list import StepList  # noqa: PLC0415 - wide windows only

            self.steps = StepList(self.context, self)
            self.steps.setProperty("role", "rail")
            self.steps.picked.connect(self._pick)
            self._middle.insertWidget(0, self.steps)
            self.steps.stackUnder(self.stack)
            follow_in_tab_order(self.header.help, self.steps)
        if self.steps is not None:
            self.steps.setVisible(wide)
            self.steps.setFixedWidth(self.current_look.em(17))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the steps beside the page where there is room."""
        super().resizeEvent(event)
        self._fit_rail()

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
            super().closeEvent(event)
            return
        from decision_aid.ui.ask import Ask  # noqa: PLC0415 - not for the first page

        event.ignore()
        if any(isinstance(child, QDialog) and child.isVisible() for child in self.children()):
            return
        ask = Ask(self, self.words, "close")
        ask.accepted.connect(self._close_now)
        ask.open()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
