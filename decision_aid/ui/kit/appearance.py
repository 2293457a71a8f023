"""The panel where text size and colours are chosen; both change at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import TEXT_SIZES, ThemeName
from decision_aid.ui.kit.words import Words


class AppearancePanel(Popover):
    """Text size and colours; each signal is emitted with the choice."""

    size_chosen = Signal(int)
    theme_chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        opener: QWidget,
        words: Words,
        percent: int,
        theme: ThemeName,
        *,
        title: str = "",
    ) -> None:
        """Show what is chosen now.

        Args:
            window: the window it lies over.
            opener: what called it.
            words: the words.
            percent: the text size.
            theme: the colours.
            title: of which window, where it is not this one.
        """
        super().__init__(window, opener, title or words("look.title"))
        if title:
            self.column.addWidget(Text(title, "heading"))
        self.column.addWidget(Text(words("look.size"), "subheading"))
        sizes = QWidget()
        row = FlowLayout(sizes, 8)
        self.sizes: dict[int, QPushButton] = {}
        for size in TEXT_SIZES:
            button = PrimaryButton(words("look.size_value", percent=size))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(size == percent)
            button.setAccessibleName(f"{words('look.size')} {button.text()}")
            if size == percent:
                button.setProperty("role", "primary")
            button.toggled.connect(lambda on, s=size: self.size_chosen.emit(s) if on else None)
            row.addWidget(button)
            self.sizes[size] = button
        self.column.addWidget(sizes)
        self.column.addWidget(Text(words("look.theme"), "subheading"))
        self.themes = Choices(
            [Option(name, words(f"look.theme_{name}")) for name in ThemeName], words("look.theme")
        )
        self.themes.choose(theme)
        self.themes.chosen.connect(self.theme_chosen)
        self.column.addWidget(self.themes)
        close = QPushButton(words("button.close"))
        close.clicked.connect(self.dismiss)
        self.column.addWidget(close)
        self.open(self.sizes[percent], look_of(window).em(33))
