"""What all pages share: the column, the title, the error that says how to go on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from decision_aid.domain import Step
from decision_aid.ui.kit.layouts import ReadingColumn
from decision_aid.ui.kit.screen_reader import follow_in_tab_order
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import ErrorNote, Text, Title
from decision_aid.ui.kit.theme import COLUMN_EM, SCROLL_BAR, Look
from decision_aid.ui.wizard.navigator import Context


class _Content(QWidget):
    """What a page scrolls: as wide as the page shows, and no taller than its words are there."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return that any width will do: layouts tell how tall they are at their narrowest."""
        return QSize(0, 0)


class Page(QScrollArea):
    """One page of the wizard.

    ``pages`` names the subclass of each step.
    """

    COLUMN: ClassVar[int] = COLUMN_EM
    """The widest column, in ems."""

    CONTINUE: ClassVar[str] = "button.continue"
    """The key of what the button that leads on says."""

    LEADS: ClassVar[bool] = True
    """Whether that button is the main thing to do on the page."""

    MARGINS: ClassVar[tuple[float, float]] = (1.5, 3)
    """The space above and below the column, in steps of the grid."""

    BUILT_ANEW: ClassVar[bool] = False
    """Whether the page may be let go while another is shown: all its answers are the session's."""

    def __init__(self, step: Step, context: Context) -> None:
        """Build the page of one step.

        Args:
            step: the step.
            context: the words, the answers and the way.
        """
        super().__init__()
        self.step = step
        self.context = context
        self.words = context.words
        self.session = context.session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The room of the bar is always kept: else the column jumps from page to page.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: bar.setEnabled(most > 0))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("page")
        content = _Content()
        content.setObjectName("content")
        outer = QHBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setSpacing(16)
        outer.addWidget(self._holder, 1000)
        outer.addStretch(1)
        self.title = Title(self.title_text())
        self.column.addWidget(self.title)
        self.error = ErrorNote(self._holder)
        self.column.addWidget(self.error)
        self.tab_anchor: QWidget | None = None
        self._plain_texts: list[Text] = []
        self._explained = False
        self.build()
        self.column.addStretch(1)
        self.setWidget(content)
        self._measure()

    def title_text(self) -> str:
        """Return the title, which is the question where the page asks one."""
        return self.words(f"{self.step}_page.title")

    def build(self) -> None:
        """Put what the page shows into ``column``."""
        raise NotImplementedError

    def enter(self) -> None:
        """Take over what has changed since the page was last shown."""

    def so_far(self) -> str:
        """Return what the foot says of the answers so far, or ""."""
        return ""

    def result(self) -> str:
        """Return what a screen reader says of the page after its title, or ""."""
        return ""

    def prepare(self) -> None:
        """Do what takes long while the person still reads the page before this one."""

    def order_tabs(self) -> None:
        """Have Tab go from the header through the page as one reads, and on to the foot.

        Qt puts what is made later at the end of its order, so each change of a page calls this.
        """
        if self.tab_anchor is not None:
            follow_in_tab_order(self.tab_anchor, self)

    def lay_out(self, size: QSize) -> None:
        """Take the size that the page will have and be drawn unseen: the first time is slow."""
        self.resize(size)
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()
        self.grab()

    def problem(self) -> str:
        """Return what keeps the person from going on, as a sentence, or ""."""
        return ""

    def may_leave(self) -> bool:
        """Return whether the person can go on; if not, say above the answers what to do."""
        problem = self.problem()
        if problem:
            self.say_error(problem)
            return False
        self.error.clear()
        return True

    def say_error(self, text: str) -> None:
        """Say below the title what is wrong and how to go on.

        Both are seen, or where they do not fit, the error: no title is cut in half.
        """
        self.error.say(text)
        content = self.widget()
        assert content is not None
        layout = content.layout()
        assert layout is not None
        layout.activate()
        top = self.error.mapTo(content, QPoint(0, 0)).y()
        fits = top + self.error.height() <= self.viewport().height()
        self.verticalScrollBar().setValue(0 if fits else top - self.column.spacing())

    @property
    def look(self) -> Look:
        """How the screens look right now."""
        return look_of(self)

    def add_text(self, key: str, role: str = "body") -> Text:
        """Add a short text by its key and return it."""
        text = Text(self.words(key), role)  # type: ignore[arg-type]
        if self.COLUMN > COLUMN_EM:
            narrow = ReadingColumn()
            narrow.column.addWidget(text)
            self.column.addWidget(narrow)
        else:
            self.column.addWidget(text)
        self.explain_later(text)
        return text

    def explain_later(self, *texts: Text) -> None:
        """Have the medical words in these texts explained where they stand.

        That waits for ``explain_words``: the first page is shown before the glossary is read.
        """
        self._plain_texts += texts

    def words_changed(self) -> None:
        """Have ``explain_words`` look at the page anew: it shows other words than before."""
        self._explained = False
        QTimer.singleShot(0, self, self._explain_what_is_new)

    def _explain_what_is_new(self) -> None:
        if self.isVisible() and self.words.can_explain:
            self.explain_words()

    def explain_words(self) -> None:
        """Let every medical word be explained where it stands: in its text, or right below."""
        if self._explained:
            return
        self._explained = True
        self._explain_words()
        self.order_tabs()

    def _explain_words(self) -> None:
        from decision_aid.ui.kit.explained import (  # noqa: PLC0415 - reads the glossary
            explain_the_rest,
            explained_text,
        )

        for text in self._plain_texts:
            explained_text(text, self.words, self.explain)
        self._plain_texts = []
        explain_the_rest(self._holder, self.words, self.explain)

    def explain(self, opener: QWidget) -> None:
        """Open the explanation of a pressed medical word."""
        from decision_aid.ui.kit.explained import explain  # noqa: PLC0415 - not for the first page

        self.ensureWidgetVisible(opener, 0, 60)  # a screen reader presses what is out of sight
        explain(self.words, opener)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the top or to the end of the page; Qt scrolls by the other keys."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the column to the room."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        if not hasattr(self, "_holder"):
            return
        look = self.look
        # Asking for the viewport itself would take the first page some milliseconds.
        room = self.width() - SCROLL_BAR
        side = look.space(4) if room > look.em(COLUMN_EM) else look.space(2.5)
        above, below = self.MARGINS
        self.column.setContentsMargins(side, look.space(above), side, look.space(below))
        self._holder.setMaximumWidth(look.em(self.COLUMN) + 2 * side)
        self.fit(min(room - 2 * side, look.em(self.COLUMN)))

    def fit(self, width: int) -> None:
        """Arrange what stands side by side for this much room; most pages need nothing."""
        del width
