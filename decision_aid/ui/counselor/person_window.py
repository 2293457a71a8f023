"""The screen of the person being counseled: only what the counselor puts there.

It has nothing to press and never takes the focus. It keeps what was put there as it was at that
moment, so nothing appears on it by itself while the case is being worked on.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from decision_aid.document.blocks import without_terms
from decision_aid.document.model import SectionId
from decision_aid.ui.counselor.display import NOTHING, SECTIONS, Detail, Displayed, DisplayKind
from decision_aid.ui.counselor.what_if_panel import SideBySide
from decision_aid.ui.kit.blocks import BlocksView, banner_note
from decision_aid.ui.kit.paper import PaperPreview
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.term_text import TermText
from decision_aid.ui.kit.text import Text, Title
from decision_aid.ui.kit.theme import COLUMN_EM, WIDE_EM, ThemeName
from decision_aid.ui.kit.window import Window
from decision_aid.ui.kit.words import Words

SIZE: Final = (760, 700)
_NARROW: Final = {DisplayKind.ANSWER, DisplayKind.WORD, DisplayKind.NOTHING}


class PersonWindow(Window):
    """A window of its own; ``closed`` is emitted when it goes away."""

    closed = Signal()

    def __init__(
        self, words: Words, *, theme: ThemeName = ThemeName.SYSTEM, text_size: int = 125
    ) -> None:
        """Make the window, blank and not shown yet.

        Args:
            words: in the person's language.
            theme: its colours.
            text_size: in percent.
        """
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(words, theme, text_size, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(words("person_screen.window"))
        self.displayed = NOTHING
        self.detail = Detail.ANSWER
        self._side_by_side: SideBySide | None = None
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.apply_look()

    def place_beside(self, main: QWidget) -> None:
        """Show it without taking the focus: on another screen if there is one."""
        other = other_screen(main)
        if other is not None:
            self.setScreen(other)
            self.setGeometry(other.availableGeometry())
        else:
            room = main.screen().availableGeometry()
            width, height = min(SIZE[0], room.width()), min(SIZE[1], room.height())
            left = min(main.geometry().right() + 1, room.right() - width + 1)
            self.setGeometry(max(room.left(), left), room.top(), width, height)
        if other is not None:
            self.showMaximized()
        else:
            self.show()

    def put(self, displayed: Displayed) -> None:
        """Show this and nothing else."""
        self.displayed = displayed
        self._write()
        self.area.verticalScrollBar().setValue(0)

    def set_detail(self, detail: Detail) -> None:
        """Show this much of what is there from now on."""
        if detail is not self.detail:
            self.detail = detail
            self._write()

    def scroll_pages(self, pages: float) -> None:
        """Move what is shown up or down.

        Args:
            pages: how far, in heights of the window; negative for up.
        """
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * self.area.viewport().height() * 0.8))

    def apply_look(self) -> None:
        """Show what is there in the look that was chosen; the counselor's own stays."""
        super().apply_look()
        self._write()

    def _write(self) -> None:
        """Show what is there anew: pictures and columns follow the look."""
        self._side_by_side = None
        content = QWidget()
        content.setObjectName("content")
        look = self.current_look
        outer = QHBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        wide = COLUMN_EM if self.displayed.kind in _NARROW else WIDE_EM
        side = look.space(4)
        holder.setMaximumWidth(look.em(wide) + 2 * side)
        outer.addStretch(1)
        outer.addWidget(holder, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(side, look.space(4), side, look.space(4))
        column.setSpacing(16)
        self._fill(column)
        column.addStretch(1)
        self.area.setWidget(content)
        self._fit()
        if self.isVisible():
            announce(self, self.title)

    @property
    def title(self) -> str:
        """What is shown, in a few words."""
        return self.words(f"person_screen.{self.displayed.kind}")

    def _fill(self, column: QVBoxLayout) -> None:
        displayed, words = self.displayed, self.words
        if displayed.kind is DisplayKind.NOTHING:
            column.addStretch(1)
            column.addWidget(_centered(words("person_screen.welcome"), "title"))
            column.addWidget(_centered(words("person_screen.welcome_hint"), "lead"))
            return
        if displayed.kind is DisplayKind.WORD:
            word, means = words.term(displayed.term)
            column.addWidget(Title(word[:1].upper() + word[1:]))
            (meaning,) = without_terms((means,))
            assert meaning.type == "paragraph"
            text = TermText(meaning.spans)
            text.setProperty("role", "lead")
            column.addWidget(text)
            return
        column.addWidget(Title(self.title))
        if displayed.kind is DisplayKind.COMPARISON:
            self._side_by_side = SideBySide(words, displayed.cases, displayed.examples, self.detail)
            column.addWidget(self._side_by_side)
            return
        if any(displayed.examples):
            column.addWidget(banner_note(words("example_only.screen")))
        if displayed.kind is DisplayKind.SUMMARY:
            preview = PaperPreview(words)
            preview.show_pdf(displayed.pdf)
            column.addWidget(preview)
        else:
            self._fill_from_document(column)

    def _fill_from_document(self, column: QVBoxLayout) -> None:
        document = self.displayed.document
        assert document is not None
        names: tuple[SectionId, ...] = (
            ("body",) if self.displayed.kind is DisplayKind.BODY else SECTIONS[self.detail]
        )
        if document.banner:
            column.addWidget(banner_note(document.banner))
        # Sources are on the paper and on the counselor's own screen: here they would be in the way.
        view = BlocksView({}, self.words, None, self)
        for section in (s for name in names for s in document.sections if s.id == name):
            if section.title and section.id not in {"answer", "body"}:
                column.addWidget(Text(section.title, "heading"))
            view.blocks(column, without_terms(section.blocks))

    def _fit(self) -> None:
        if self._side_by_side is not None:
            look = self.current_look
            room = self.area.viewport().width() - 2 * look.space(4)
            self._side_by_side.fit(min(room, look.em(WIDE_EM)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the columns to the room."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Show nothing any more once it is closed, so that it is blank when it opens again."""
        super().hideEvent(event)
        if not event.spontaneous():  # made small by the system, it will come back as it was
            self.put(NOTHING)
            self.closed.emit()


def other_screen(main: QWidget) -> QScreen | None:
    """Return a screen that the counselor's window is not on, or ``None`` if there is only one."""
    return next((s for s in QGuiApplication.screens() if s is not main.screen()), None)


def _centered(text: str, role: str) -> Text:
    label = Text(text, role)  # type: ignore[arg-type]
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
