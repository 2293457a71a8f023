"""Help: what every key does, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid import __version__
from decision_aid.ui.kit.text import Text
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words, without_accelerator


class HelpDialog(QDialog):
    """The key map and a few words about the program."""

    def __init__(
        self, window: QWidget, words: Words, *, keys: str = "keys", also: QWidget | None = None
    ) -> None:
        """Show the help.

        Args:
            window: the window that waits.
            words: the words.
            keys: the group of texts that say what each key does.
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
        column.addWidget(Text(words("help.keys_title"), "subheading"))
        column.addLayout(_key_map(words.group(keys), look.space(3)))
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
        from decision_aid.ui.about import AboutDialog  # noqa: PLC0415 - when it is asked for

        window = self.parentWidget()
        assert window is not None
        self.accept()
        about = AboutDialog(window, self._words)
        # What had the focus before this is the help, which is gone by then.
        about.finished.connect(window.activateWindow)
        about.open()


def _key_map(keys_and_what_they_do: dict[str, str], spacing: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(spacing)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(keys_and_what_they_do.values()):
        keys, _, does = text.partition(" | ")
        grid.addWidget(Text(keys, "subheading"), row, 0)
        grid.addWidget(Text(does), row, 1)
    grid.setColumnStretch(0, 1)
    return grid
