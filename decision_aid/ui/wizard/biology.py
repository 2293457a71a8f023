"""Asks what the reports say of the cancer itself; every item may stay open.

With cancer in both breasts each breast is asked about by itself, for two cancers have two reports;
what is true of the person is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from decision_aid.domain import PERSON_ITEMS, REPLIES, TUMOR_ITEMS, UNKNOWN_BIOLOGY, Biology, Side
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.layouts import EqualColumns, empty
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.page import Page

_ITEM_EM: Final = 24
"""The least width of one item, in ems."""


class ReportPicture(QFrame):
    """The sheet as labels: it grows with the text, and a screen reader can read it."""

    def __init__(self, words: Words) -> None:
        """Draw the report."""
        super().__init__()
        self.setProperty("role", "sheet")
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("report.name"))
        look = look_of(self)
        column = QVBoxLayout(self)
        pad = look.space(2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(1))
        column.addWidget(Text(words("report.title"), "subheading"))
        column.addWidget(Text(words("report.made_up"), "small"))
        column.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space(2))
        grid.setVerticalSpacing(look.space(1))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        lines = [item for item in Biology._fields if item in words.group("report_line")]
        for row, item in enumerate(lines):
            grid.addWidget(Text(words(f"report_line.{item}")), row, 0)
            grid.addWidget(Text(words(f"report_note.{item}"), "small"), row, 1)
        column.addLayout(grid)
        column.addWidget(rule())
        column.addWidget(Text(words("report.not_here"), "small"))


class BiologyPage(Page):
    """One line of answers for each item, and where to find it on a report."""

    BUILT_ANEW = True
    COLUMN = WIDE_EM
    CONTINUE = "button.back_to_next"

    def build(self) -> None:
        """Show the hint, a made-up report on demand, and the items."""
        self.hint = Text("", "hint")
        self.column.addWidget(self.hint)
        self.report = Expander(self.words("biology_page.report"), self._report, self.words)
        self.column.addWidget(self.report)
        self.choices: dict[str, Choices] = {}
        self.explained: dict[str, Expander] = {}
        self._asked: dict[str, tuple[str, Side | None]] = {}
        self._both: bool | None = None
        self._items = QVBoxLayout()
        self._items.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._items)
        self.column.addWidget(holder)
        self._ask()

    def _ask(self) -> None:
        """Write the items anew where the answer on the side has changed what there is to ask."""
        both = self.session.side is Side.BOTH
        if both is self._both:
            return
        self._both = both
        self.hint.setText(self.words("biology_page_breast.hint" if both else "biology_page.hint"))
        empty(self._items)
        self.words_changed()
        self.choices, self.explained, self._asked = {}, {}, {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.column.spacing())
        self._items.addWidget(body)
        if not both:
            self._add_all(column, Biology._fields, None)
            return
        for side in (Side.LEFT, Side.RIGHT):
            self._under(column, f"biology_page_breast.{side}")
            self._add_all(column, TUMOR_ITEMS, side)
        self._under(column, "biology_page_breast.person")
        self._add_all(column, PERSON_ITEMS, None)

    def _add_all(self, column: QVBoxLayout, items: Iterable[str], side: Side | None) -> None:
        grid = EqualColumns(_ITEM_EM, 32)
        for item in items:
            grid.add(self._item(item, side))
        column.addWidget(grid)

    def _under(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(16)
        column.addWidget(Text(self.words(title), "heading"))

    def _item(self, item: str, side: Side | None) -> QWidget:
        holder = QWidget()
        together = QVBoxLayout(holder)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(8)
        label = self.words(f"biology_page.{item}")
        heading = Text(label, "subheading")
        together.addWidget(heading)
        self.explain_later(heading)
        name = self.words(f"of_breast.{side}", text=label) if side else label
        key = f"{item}:{side}" if side else item
        self._asked[key] = item, side
        options = [
            Option(reply, self.words(f"biology_page.{item}_{reply}")) for reply in REPLIES[item]
        ]
        choices = self.choices[key] = Choices(options, name, side_by_side=True)
        choices.chosen.connect(lambda reply: self.session.report(item, reply, side))
        together.addWidget(choices)
        opener = self.words("biology_page.where")
        explained = self.explained[key] = Expander(
            opener, partial(self._explanation, item), self.words
        )
        explained.button.setAccessibleName(self.words("biology_page.where_name", item=name))
        together.addWidget(explained)
        together.addStretch(1)
        return holder

    def prepare(self) -> None:
        """Ask for the breasts that there are now."""
        self._ask()

    def enter(self) -> None:
        """Show the answers that were given."""
        self._ask()
        answers = self.session.answers()
        for key, choices in self.choices.items():
            item, side = self._asked[key]
            said = answers.biology_by_side.get(side, UNKNOWN_BIOLOGY) if side else answers.biology
            choices.choose(getattr(said, item))

    def _explanation(self, item: str) -> QWidget:
        body, column = _body(self.look.px(30))
        blocks = self.words.marked(self.words.content.topic(f"biology/{item}").blocks)
        BlocksView({}, self.words, self.explain, self).blocks(column, blocks)
        return body

    def _report(self) -> QWidget:
        body, column = _body(0)
        column.addWidget(Text(self.words("biology_page.report_hint"), "hint"))
        column.addWidget(ReportPicture(self.words))
        return body


def _body(left: int) -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(left, 0, 0, 12)
    column.setSpacing(12)
    return body, column
