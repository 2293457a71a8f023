"""Help: what every key does, what this program is, and every source behind its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid import __version__
from decision_aid.content.reviews import Reviews
from decision_aid.domain import ABOUT_TOPICS
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words, without_accelerator

if TYPE_CHECKING:
    from decision_aid.content import Source

_WIDTH_EM: Final = 40
_HEIGHT_EM: Final = 44


class AboutDialog(QDialog):
    """The topics about the aid itself, the dates, and the list of sources."""

    def __init__(self, window: QWidget, words: Words) -> None:
        """Show what is known of the aid."""
        super().__init__(window)
        self._words = words
        look = look_of(window)
        self.setWindowTitle(words("about_window.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        pad = look.space(3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(1.5))
        view = BlocksView({}, words, lambda _: None, inside)
        for name in ABOUT_TOPICS:
            topic = words.content.topic(name)
            column.addWidget(Text(topic.title, "subheading"))
            view.blocks(column, topic.blocks)
        column.addWidget(Text(words("about_window.words_title"), "subheading"))
        for line in self._facts():
            column.addWidget(Text(line))
        self.sources = Expander(
            words("about_window.sources", count=len(words.content.sources)), self._list, words
        )
        column.addWidget(self.sources)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(words("about_window.title"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, pad // 2)
        outer.addWidget(area)
        close = QPushButton(words("button.close"))
        close.setAccessibleName(without_accelerator(close.text()))
        close.clicked.connect(self.accept)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.resize(
            min(look.em(_WIDTH_EM), window.width() - 32),
            min(look.em(_HEIGHT_EM), window.height() - 32),
        )
        area.setFocus()

    def _facts(self) -> list[str]:
        """Return when the words were checked, how hard they are to read, and the version."""
        words, content = self._words, self._words.content
        days = [content.topic(topic).head.last_checked for topic in content.topic_ids()]
        first, last = content.date(min(days)), content.date(max(days))
        reviews = Reviews(content)
        signed = sum(reviews.of(topic) is not None for topic in content.topic_ids())
        return [
            words("about_window.checked", first=first, last=last),
            words("about_window.signed", count=signed, all=len(days)),
            words("about_window.level", **content.reading_level),
            words("help.version", version=__version__),
        ]

    def _list(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(look_of(self).px(30), 0, 0, 12)
        # One label for all: a widget for each of some hundred would open slowly.
        sources = sorted(self._words.content.sources.values(), key=lambda s: s.title.lower())
        text = Text("\n\n".join(map(self._line, sources)), "small")
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleName(text.text())
        column.addWidget(text)
        return body

    def _line(self, source: Source) -> str:
        dated = self._words.content.dated_and_kind(source)
        line = f"{source.title}. {source.publisher}, {dated}. {source.address}"
        return f"{line}\n{source.note}" if source.note else line


class HelpDialog(QDialog):
    """The key map and a few words about the program."""

    def __init__(
        self,
        window: QWidget,
        words: Words,
        *,
        keys: str = "keys",
        touch: str = "",
        also: QWidget | None = None,
    ) -> None:
        """Show the help.

        Args:
            window: the window that waits.
            words: the words.
            keys: the group of texts that say what each key does.
            touch: the group of texts that say what to press; then the keys open on demand.
            also: what else is found here.
        """
        super().__init__(window)
        self._words = words
        look = look_of(window)
        self.setWindowTitle(words("help.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        pad = look.space(3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(1.5))
        column.addWidget(Text(words("help.lead")))
        if touch:
            for line in words.group(touch).values():
                column.addWidget(Text(f"\N{BULLET} {line}"))
            column.addWidget(
                Expander(words("help.keys_title"), lambda: _key_map(words.group(keys), 16), words)
            )
        else:
            column.addWidget(Text(words("help.keys_title"), "subheading"))
            column.addWidget(_key_map(words.group(keys), look.space(3)))
        column.addWidget(Text(words("help.about_title"), "subheading"))
        column.addWidget(Text(words("help.about")))
        self.about = QPushButton(words("about_window.open"))
        self.about.setAccessibleName(without_accelerator(self.about.text()))
        self.about.clicked.connect(self._open_about)
        column.addWidget(self.about, alignment=Qt.AlignmentFlag.AlignLeft)
        if also is not None:
            column.addWidget(also, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(words("help.version", version=__version__), "small"))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(words("help.title"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, pad // 2)  # leaves the edge of the dialog in sight
        outer.addWidget(area)
        close = QPushButton(words("button.close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.resize(min(look.em(36), window.width() - 32), min(look.em(36), window.height() - 32))
        close.setFocus()

    def _open_about(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self.accept()
        about = AboutDialog(window, self._words)
        # What had the focus before this is the help, which is gone by then.
        about.finished.connect(window.activateWindow)
        about.open()


def _key_map(keys_and_what_they_do: dict[str, str], spacing: int) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(spacing)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(keys_and_what_they_do.values()):
        keys, _, does = text.partition(" | ")
        grid.addWidget(Text(keys, "subheading"), row, 0)
        grid.addWidget(Text(does), row, 1)
    grid.setColumnStretch(0, 1)
    return whole
