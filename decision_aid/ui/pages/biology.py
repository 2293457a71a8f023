"""Asks what the reports say of the cancer itself; every item may stay open."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain import REPLIES, Biology, with_reply
from decision_aid.ui.pages.base import Page
from decision_aid.ui.widgets.choice import Choices, Option
from decision_aid.ui.widgets.expander import Expander
from decision_aid.ui.widgets.text import Text


class BiologyPage(Page):
    """One line of answers for each item, and where to find it on a report."""

    BUILT_ANEW = True

    def build(self) -> None:
        """Show the hint, a made-up report on demand, and the items."""
        self.add_text("biology_page.hint", "hint")
        self.column.addWidget(self.error)
        self.report = Expander(self.words("biology_page.report"), self._report, self.words)
        self.column.addWidget(self.report)
        self.choices: dict[str, Choices] = {}
        self.explained: dict[str, Expander] = {}
        for item in Biology._fields:
            self._add(item)

    def _add(self, item: str) -> None:
        together = QVBoxLayout()
        together.setSpacing(8)
        label = self.words(f"biology_page.{item}")
        together.addSpacing(8)
        together.addWidget(Text(label, "subheading"))
        options = [
            Option(reply, self.words(f"biology_page.{item}_{reply}")) for reply in REPLIES[item]
        ]
        choices = self.choices[item] = Choices(options, label, side_by_side=True)
        choices.chosen.connect(lambda reply, i=item: self._choose(i, reply))
        together.addWidget(choices)
        opener = self.words("biology_page.where")
        explained = self.explained[item] = Expander(
            opener, partial(self._explanation, item), self.words
        )
        explained.button.setAccessibleName(self.words("biology_page.where_name", item=label))
        together.addWidget(explained)
        self.column.addLayout(together)

    def enter(self) -> None:
        """Show the answers that were given."""
        for item, reply in self.session.biology._asdict().items():
            self.choices[item].choose(reply)

    def _choose(self, item: str, reply: str) -> None:
        self.session.set_biology(with_reply(self.session.biology, item, reply))

    def _explanation(self, item: str) -> QWidget:
        from decision_aid.ui.widgets.blocks import BlocksView  # noqa: PLC0415 - when it is opened

        body, column = _body(self.look.px(30))
        blocks = self.words.marked(self.words.content.topic(f"biology/{item}").blocks)
        BlocksView({}, self.words, self.explain, self).blocks(column, blocks)
        return body

    def _report(self) -> QWidget:
        from decision_aid.ui.widgets.report_picture import (  # noqa: PLC0415 - when it is opened
            ReportPicture,
        )

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


PAGE = BiologyPage
