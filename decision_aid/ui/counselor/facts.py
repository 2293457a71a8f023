"""Which breast, first time or come back, and what the reports say: each a row to change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain import REPLIES, UNKNOWN_BIOLOGY, Answers, Biology, Side, with_reply
from decision_aid.domain.biology import TUMOR_ITEMS
from decision_aid.domain.what_if import replaced_items
from decision_aid.ui.counselor.rows import ChangeRow
from decision_aid.ui.counselor.to_confirm import ToConfirm
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.kit.words import Words

_NOT_SURE: Final = "not_sure"
_TIMING: Final = {"first": False, "came_back": True, _NOT_SURE: None}


_BREASTS: Final = (Side.LEFT, Side.RIGHT)


class Facts(QWidget):
    """Three rows, and with cancer in both breasts one more for the reports of each.

    Each signal is emitted with what was chosen.
    """

    side_chosen = Signal(object)
    timing_chosen = Signal(object)
    biology_chosen = Signal(object)
    biology_of_breast_chosen = Signal(object, object)

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
        self.side.ask("side", words("where_page.side"), [*sides, not_sure])
        self.side.chosen.connect(self._choose_side)
        self.timing = ChangeRow(words, words("what_if_fact.came_back"))
        timing = [Option(one, words(f"counselor.timing_{one}")) for one in _TIMING]
        self.timing.ask("timing", words("where_page.timing"), timing)
        self.timing.chosen.connect(self._choose_timing)
        self.biology = ChangeRow(words, words("counselor.biology"))
        for item in Biology._fields:
            replies = [Option(one, words(f"biology_page.{item}_{one}")) for one in REPLIES[item]]
            self.biology.ask(item, words(f"biology_page.{item}"), replies)
        self.biology.chosen.connect(self._choose_biology)
        self._of_breasts: Mapping[Side, Biology] = {}
        self.of_breasts = {side: self._reports_of(side) for side in _BREASTS}
        for row in (self.side, self.timing, self.biology, *self.of_breasts.values()):
            column.addWidget(row)

    def _reports_of(self, side: Side) -> ChangeRow:
        words = self.words
        breast = words(f"entry.side_{side}")
        row = ChangeRow(words, words("counselor.biology_of", breast=breast))
        for item in TUMOR_ITEMS:
            replies = [Option(one, words(f"biology_page.{item}_{one}")) for one in REPLIES[item]]
            row.ask(item, words(f"biology_page.{item}"), replies)
        row.chosen.connect(partial(self._choose_biology_of, side))
        row.hide()
        return row

    def show_facts(self, answers: Answers) -> None:
        """Show what was said."""
        side, came_back, biology = answers.side, answers.came_back, answers.biology
        words = self.words
        self._biology = biology
        self.side.show_reply("side", side or _NOT_SURE)
        self.side.show_state(words(f"counselor.side_{side}" if side else "counselor.not_said"))
        timing = next(key for key, value in _TIMING.items() if value is came_back)
        self.timing.show_reply("timing", timing)
        self.timing.show_state(words(f"counselor.timing_{timing}"))
        for item, reply in biology._asdict().items():
            self.biology.show_reply(item, reply)
        self.biology.show_state(self._in_words(biology))
        self._of_breasts = answers.biology_by_side
        for breast, row in self.of_breasts.items():
            row.setVisible(side is Side.BOTH)
            own = answers.biology_by_side.get(breast, UNKNOWN_BIOLOGY)
            for item in TUMOR_ITEMS:
                row.show_reply(item, getattr(own, item))
            row.show_state(self._in_words(own))

    def _in_words(self, biology: Biology) -> str:
        said = biology.said().items()
        told = " ".join(self.words(f"biology.{item}_{reply}") for item, reply in said)
        return told or self.words("counselor.not_said")

    def _choose_side(self, _key: str, reply: str) -> None:
        self.side_chosen.emit(None if reply == _NOT_SURE else Side(reply))

    def _choose_timing(self, _key: str, reply: str) -> None:
        self.timing_chosen.emit(_TIMING[reply])

    def _choose_biology(self, item: str, reply: str) -> None:
        self.biology_chosen.emit(with_reply(self._biology, item, reply))

    def _choose_biology_of(self, side: Side, item: str, reply: str) -> None:
        known = self._of_breasts.get(side, UNKNOWN_BIOLOGY)
        self.biology_of_breast_chosen.emit(side, with_reply(known, item, reply))


_YES, _NO = "yes", "no"


class FactsToConfirm(QWidget):
    """Up to three rows; ``side_chosen`` is emitted with the breast that the counselor says."""

    side_chosen = Signal(object)

    def __init__(self, words: Words, found: ToConfirm, case: Answers, biology: Biology) -> None:
        """Show what was read of these.

        Args:
            words: the words.
            found: what was read.
            case: the case as it is.
            biology: what its reports say.
        """
        super().__init__()
        self.words = words
        self._found, self._case, self._known = found, case, biology
        named = {case.side, found.side} - {None}
        self.side: Side | None = next(iter(named)) if len(named) == 1 else None
        self.side_said = len(named) < 2
        self._takes = {"timing": True, "biology": True}
        self.rows: dict[str, ChangeRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        if found.side is not None and found.side is not case.side:
            self._add_side()
        if found.came_back is not None and found.came_back is not case.came_back:
            self._add_to_take("timing", words("what_if_fact.came_back"))
        if found.biology != UNKNOWN_BIOLOGY:
            self._add_to_take("biology", words("counselor.biology"))

    @property
    def came_back(self) -> bool | None:
        """First time or come back, if that is to be taken over."""
        return self._found.came_back if self._takes["timing"] else None

    @property
    def biology(self) -> Biology:
        """What the reports say, if that is to be taken over."""
        return self._found.biology if self._takes["biology"] else UNKNOWN_BIOLOGY

    def _add_side(self) -> None:
        words = self.words
        row = self.rows["side"] = ChangeRow(words, words("what_if_fact.side"))
        options = [Option(side, words(f"counselor.side_{side}")) for side in Side]
        row.ask("side", words("where_page.side"), options)
        row.chosen.connect(lambda _key, reply: self._choose_side(Side(reply)))
        self._column.addWidget(row)
        if self.side_said and self.side is not None:
            row.show_reply("side", self.side)
            row.show_state(words(f"counselor.side_{self.side}"))
            return
        was = words(f"counselor.side_{self._case.side}")
        says = words(f"counselor.side_{self._found.side}")
        row.show_reply("side", None)
        row.show_state(words("confirm.two_sides", was=was, says=says))
        row.open()

    def _choose_side(self, side: Side) -> None:
        self.side, self.side_said = side, True
        self.rows["side"].show_state(self.words(f"counselor.side_{side}"))
        self.side_chosen.emit(side)

    def _add_to_take(self, key: str, name: str) -> None:
        words = self.words
        row = self.rows[key] = ChangeRow(words, name)
        options = [Option(_YES, words("confirm.take_yes")), Option(_NO, words("confirm.take_no"))]
        row.ask("take", words("confirm.take"), options)
        row.show_reply("take", _YES)
        said, replaces = self._timing() if key == "timing" else self._reports()
        row.show_state(said, words("confirm.replaces") if replaces else "")
        row.chosen.connect(partial(self._take, key, said))
        self._column.addWidget(row)

    def _take(self, key: str, said: str, _asked: str, reply: str) -> None:
        self._takes[key] = reply == _YES
        left_out = self.words("confirm.left_out", what=said)
        self.rows[key].show_state(said if reply == _YES else left_out)

    def _timing(self) -> tuple[str, bool]:
        said = "came_back" if self._found.came_back else "first"
        return self.words(f"counselor.timing_{said}"), self._case.came_back is not None

    def _reports(self) -> tuple[str, bool]:
        said = self._found.biology
        parts = (self.words(f"biology.{item}_{reply}") for item, reply in said.said().items())
        return " ".join(parts), bool(replaced_items(self._known, said))
