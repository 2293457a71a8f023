"""What can be done with a session as a whole: a panel below its button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.ui.counselor.panel import named_button
from decision_aid.ui.kit.text import Text
from decision_aid.ui.popover import Popover
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words


class SessionMenu(Popover):
    """New, save, open; and records."""

    def __init__(
        self,
        window: QWidget,
        opener: QWidget,
        words: Words,
        does: Mapping[str, Callable[[], object]],
    ) -> None:
        """Open it.

        Args:
            window: the window it lies over.
            opener: the button that opened it.
            words: the words.
            does: what each entry does, by the key of its words.
        """
        super().__init__(window, opener, words("counselor.menu").replace("&", ""))
        self.entries: dict[str, QPushButton] = {}
        self.column.addWidget(Text(words("keeping.hint"), "hint"))
        for key in ("new", "save", "open"):
            self._add(key, words, does[key])
        self.column.addWidget(Text(words("records.title"), "subheading"))
        for key in ("import", "export"):
            self._add(key, words, does[key])
        self.column.addWidget(Text(words("records.hint"), "hint"))
        close = named_button(words("button.close"), self.dismiss)
        self.column.addWidget(close)
        self.open(self.entries["new"], look_of(window).em(26))

    def _add(self, key: str, words: Words, does: Callable[[], object]) -> None:
        def act() -> None:
            self.dismiss()
            does()

        entry = self.entries[key] = named_button(words(f"counselor_menu.{key}"), act)
        self.column.addWidget(entry)
