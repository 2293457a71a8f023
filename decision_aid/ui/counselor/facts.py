"""Which breast, first time or come back, and what the reports say: each a row to change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain import REPLIES, UNKNOWN_BIOLOGY, Biology, Side, with_reply
from decision_aid.ui.counselor.change_row import ChangeRow
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.words import Words

_NOT_SURE: Final = "not_sure"
_TIMING: Final = {"first": False, "came_back": True, _NOT_SURE: None}


class Facts(QWidget):
    """Three rows; each signal is emitted with what was chosen."""

    side_chosen = Signal(object)
    timing_chosen = Signal(object)
    biology_chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        """Show nothing said yet."""
        super().__init__()
        self.words = words
        self._biology = UNKNOWN_BIOLOGY
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.side = ChangeRow(words, words("what_if_fact.side"))
        sides = [Option(side, words(f"counselor.side_{side}")) for side in Side]
        not_sure = Option(_NOT_SURE, words("counselor.not_said"))
        self.side.ask("side", words("side_page.title"), [*sides, not_sure])
        self.side.chosen.connect(self._choose_side)
        self.timing = ChangeRow(words, words("what_if_fact.came_back"))
        timing = [Option(one, words(f"counselor.timing_{one}")) for one in _TIMING]
        self.timing.ask("timing", words("timing_page.title"), timing)
        self.timing.chosen.connect(self._choose_timing)
        self.biology = ChangeRow(words, words("counselor.biology"))
        for item in Biology._fields:
            replies = [Option(one, words(f"biology_page.{item}_{one}")) for one in REPLIES[item]]
            self.biology.ask(item, words(f"biology_page.{item}"), replies)
        self.biology.chosen.connect(self._choose_biology)
        for row in (self.side, self.timing, self.biology):
            column.addWidget(row)

    def show_facts(self, side: Side | None, came_back: bool | None, biology: Biology) -> None:
        """Show what was said."""
        words = self.words
        self._biology = biology
        self.side.show_reply("side", side or _NOT_SURE)
        self.side.show_state(words(f"counselor.side_{side}" if side else "counselor.not_said"))
        timing = next(key for key, value in _TIMING.items() if value is came_back)
        self.timing.show_reply("timing", timing)
        self.timing.show_state(words(f"counselor.timing_{timing}"))
        for item, reply in biology._asdict().items():
            self.biology.show_reply(item, reply)
        said = (words(f"biology.{item}_{reply}") for item, reply in biology.said().items())
        self.biology.show_state(" ".join(said) or words("counselor.not_said"))

    def _choose_side(self, _key: str, reply: str) -> None:
        self.side_chosen.emit(None if reply == _NOT_SURE else Side(reply))

    def _choose_timing(self, _key: str, reply: str) -> None:
        self.timing_chosen.emit(_TIMING[reply])

    def _choose_biology(self, item: str, reply: str) -> None:
        self.biology_chosen.emit(with_reply(self._biology, item, reply))
