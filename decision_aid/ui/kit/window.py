"""What every window has: its look, its help, and one question before something is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.screen_reader import Role, announce_roles, set_role
from decision_aid.ui.kit.style import look_of, palette, resolved, style_sheet, system_changes
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import TEXT_SIZES, Look, ThemeName, nearest_text_size
from decision_aid.ui.kit.words import Words


class Window(QWidget):
    """A window whose look can be changed at once, everywhere in it.

    Attributes:
        words: in the language of whoever looks at it.
        theme_name: the colours that were chosen.
        current_look: how it looks right now.
    """

    BY_TOUCH: ClassVar[bool] = False
    """Whether it is pressed with fingers only."""

    def __init__(
        self,
        words: Words,
        theme: ThemeName,
        text_size: int,
        flags: Qt.WindowType = Qt.WindowType.Window,
    ) -> None:
        """Make it without anything in it; whoever fills it calls ``apply_look`` then.

        Args:
            words: the words.
            theme: the colours.
            text_size: in percent; the nearest one offered is taken.
            flags: what Qt has to know of it.
        """
        super().__init__(None, flags)
        announce_roles()
        set_role(self, Role.WINDOW)
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = words
        self.theme_name = theme
        size = nearest_text_size(text_size)
        self.current_look = Look(resolved(theme), size, touch=self.BY_TOUCH)
        for changed in system_changes():
            changed.connect(self._follow_system)

    def apply_look(self) -> None:
        """Show everything in the look that was chosen."""
        self.setPalette(palette(self.current_look.theme))
        self.setStyleSheet(style_sheet(self.current_look))

    def set_theme(self, name: ThemeName) -> None:
        """Change the colours at once."""
        self.theme_name = name
        self.current_look = replace(self.current_look, theme=resolved(name))
        self.apply_look()

    def set_text_size(self, percent: int) -> None:
        """Change the text size at once, everywhere."""
        self.current_look = replace(self.current_look, percent=nearest_text_size(percent))
        self.apply_look()

    def step_text_size(self, direction: int) -> None:
        """Make the text one size larger, or with -1 smaller."""
        place = TEXT_SIZES.index(self.current_look.percent) + direction
        if 0 <= place < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[place])

    def choose_look(self, opener: QWidget, of: Window | None = None, title: str = "") -> None:
        """Open the panel where the look is chosen.

        Args:
            opener: what called it.
            of: the window whose look it is, where it is not this one.
            title: of which window, where it is not this one.
        """
        from decision_aid.ui.kit.popover import (  # noqa: PLC0415 - not for the first page
            AppearancePanel,
        )

        whose = of or self
        percent = whose.current_look.percent
        panel = AppearancePanel(self, opener, self.words, percent, whose.theme_name, title=title)
        panel.theme_chosen.connect(lambda name: whose.set_theme(ThemeName(name)))

        def resize(size: int) -> None:
            whose.set_text_size(size)
            if whose is self:  # the panel grows with the text, so it opens anew
                panel.close()
                QTimer.singleShot(0, self, lambda: self.choose_look(opener))

        panel.size_chosen.connect(resize)

    def _follow_system(self) -> None:
        self.set_theme(self.theme_name)


class Ask(QDialog):
    """One question with two answers or three; the one that keeps everything has the focus."""

    other = Signal()
    """Emitted when the third answer is given, where one is offered."""

    def __init__(self, window: QWidget, words: Words, question: str, group: str = "ask") -> None:
        """Ask ``<group>.<question>``; where ``…_other`` has words, a third answer is offered.

        Args:
            window: the window that waits.
            words: the words.
            question: the key of the question.
            group: the group that it stands in.
        """
        super().__init__(window)
        look = look_of(window)
        self.setWindowTitle(words(f"{group}.{question}_title"))
        column = QVBoxLayout(self)
        pad = look.space(3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(2))
        column.addWidget(Text(words(f"{group}.{question}_title"), "heading"))
        text = Text(words(f"{group}.{question}"))
        text.setMinimumWidth(min(look.em(26), window.width() - 4 * pad))
        column.addWidget(text)
        self.no = PrimaryButton(words(f"{group}.{question}_no"))
        self.no.setProperty("role", "primary")
        self.no.setDefault(True)
        self.yes = QPushButton(words(f"{group}.{question}_yes"))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        column.addWidget(self.no)
        if f"{question}_other" in words.group(group):
            third = QPushButton(words(f"{group}.{question}_other"))
            third.setAccessibleName(third.text())
            third.clicked.connect(self.reject)
            third.clicked.connect(self.other)
            column.addWidget(third)
        column.addWidget(self.yes)
        self.setMaximumWidth(window.width())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.no.setFocus()
