"""What there is to decide: each decision with its options, and those picked side by side.

Only options of one decision are compared, right below it: those of another answer another question.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.document.finish import sources_of
from decision_aid.document.options import (
    ASPECTS,
    MOST_SIDE_BY_SIDE,
    comparison,
    condition,
    decision_title,
    side_by_side,
)
from decision_aid.domain import Decision, OfferedOption, OptionId
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.layouts import ReadingColumn, empty, throw_away
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page

LEAST_COMPARED = 2


class OptionRow(QWidget):
    """One option: its name opens what it is like, a tick puts it side by side with others."""

    def __init__(self, option: OfferedOption, page: OptionsPage) -> None:
        """Offer this option.

        Args:
            option: the option.
            page: the page that it stands on.
        """
        super().__init__()
        words, content = page.words, page.words.content
        title = content.topic(f"options/{option.id}").title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tick = Tick(words("options_page.compare"))
        self.tick.setAccessibleName(words("options_page.compare_name", option=title))
        self.opener = Expander(title, lambda: page.details(option.id), words, beside=self.tick)
        column.addWidget(self.opener)
        if option.depends_on:
            text = words("options_page.only_if", condition=condition(option, content))
            note = Text(text, "small")
            note.setIndent(page.look.px(30))
            column.addWidget(note)
            page.explain_later(note)


class DecisionPart(QWidget):
    """One decision: what it is about, its options, and those picked of it side by side."""

    def __init__(self, decision: Decision, page: OptionsPage, view: BlocksView) -> None:
        """Show this decision.

        Args:
            decision: the decision.
            page: the page that it stands on.
            view: puts words into a column.
        """
        super().__init__()
        self.decision, self._page, self._view = decision, page, view
        words = page.words
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(16)
        read = ReadingColumn()
        column = read.column
        whole.addWidget(read)
        title = decision_title(decision, words.content)
        column.addWidget(view.text(title, "heading"))
        view.blocks(column, words.marked(words.content.topic(f"decisions/{decision.id}").blocks))
        together = QVBoxLayout()
        together.setSpacing(8)
        self.rows = {option.id: OptionRow(option, page) for option in decision.options}
        for number, (option, row) in enumerate(self.rows.items()):
            if number:
                together.addWidget(rule())
            row.tick.toggled.connect(lambda on, o=option: page.pick(self, o, picked=on))
            together.addWidget(row)
        column.addLayout(together)
        self.full = Text(words("options_page.full"), "hint")
        column.addWidget(self.full)
        self._beside = QVBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        whole.addLayout(self._beside)
        self._shown: tuple[OfferedOption, ...] = ()

    def picks(self) -> tuple[OfferedOption, ...]:
        """Return what stands side by side here."""
        return side_by_side(self.decision, self._page.session.compared)

    def show_picks(self) -> None:
        """Set every tick, and put what is picked side by side."""
        picks = self.picks()
        full = len(picks) >= MOST_SIDE_BY_SIDE
        ids = {option.id for option in picks}
        for option, row in self.rows.items():
            row.tick.blockSignals(True)
            row.tick.setChecked(option in ids)
            row.tick.blockSignals(False)
            row.tick.setEnabled(option in ids or not full)
        self.full.setVisible(full and len(self.rows) > MOST_SIDE_BY_SIDE)
        if picks != self._shown:
            self._shown = picks
            self._write(picks)

    def _write(self, picks: tuple[OfferedOption, ...]) -> None:
        empty(self._beside)
        self._page.words_changed()
        if len(picks) < LEAST_COMPARED:
            return
        words = self._page.words
        self._beside.addWidget(Text(words("options_page.side_by_side"), "subheading"))
        block = comparison(picks, words.content, decision_title(self.decision, words.content))
        rows = tuple(row._replace(cells=tuple(map(words.marked, row.cells))) for row in block.rows)
        self._view.blocks(self._beside, [block._replace(rows=rows)])
        self._beside.addWidget(Text(words("options_page.on_paper"), "hint"))


class OptionsPage(Page):
    """The decisions of this case."""

    COLUMN = WIDE_EM

    def build(self) -> None:
        """Leave room; the decisions follow when the page is shown."""
        self._shown: tuple[Decision, ...] | None = None
        self._numbers: dict[str, int] = {}
        self.parts: list[DecisionPart] = []
        self.add_text("options_page.hint", "hint")
        self._below_hint = QVBoxLayout()
        self.column.addLayout(self._below_hint)
        self._body: QWidget | None = None

    @property
    def rows(self) -> list[tuple[OptionId, OptionRow]]:
        """Every option with its row, from top to bottom."""
        return [item for part in self.parts for item in part.rows.items()]

    def prepare(self) -> None:
        """Write the decisions for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what there is to decide now."""
        decisions = self.session.assessment.decisions
        if decisions != self._shown:
            self._shown = decisions
            self._forget_what_is_gone()
            self._write(decisions)
        self._show_picks()

    def _forget_what_is_gone(self) -> None:
        offered = self.session.assessment.options
        for option in self.session.compared:
            if option not in offered:
                self.session.compare(option, picked=False)

    def _write(self, decisions: tuple[Decision, ...]) -> None:
        self.words_changed()
        if self._body is not None:
            throw_away(self._body)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        content = self.words.content
        topics = [content.topic(f"decisions/{decision.id}") for decision in decisions]
        topics += [content.topic(f"options/{o}") for o in self.session.assessment.options]
        sources = dict.fromkeys(source for topic in topics for source in topic.sources)
        self._numbers = {source: number for number, source in enumerate(sources, 1)}
        view = BlocksView(self._numbers, self.words, self.explain, self)
        if not decisions:
            column.addWidget(Text(self.words("options_page.nothing")))
        self.parts = [DecisionPart(decision, self, view) for decision in decisions]
        for part in self.parts:
            column.addWidget(part)
        if self._numbers:
            found = sources_of(self._numbers, self._numbers, content)
            below = ReadingColumn()
            view.expander(below.column, self.words("section.sources"), [found])
            column.addWidget(below)
        self._below_hint.addWidget(self._body)

    def details(self, option: OptionId) -> QWidget:
        """Return everything that is said of one option."""
        content = self.words.content
        topic = content.topic(f"options/{option}")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(self.look.px(30), 0, 0, 12)
        column.setSpacing(8)
        view = BlocksView(self._numbers, self.words, self.explain, self)
        for number, aspect in enumerate(ASPECTS):
            if number:
                column.addSpacing(6)
            column.addWidget(Text(self.words(f"comparison.{aspect}"), "subheading"))
            view.blocks(column, self.words.marked(topic.section(aspect)))
        return body

    def pick(self, part: DecisionPart, option: OptionId, *, picked: bool) -> None:
        """Put an option side by side with others of its decision, or take it away.

        Args:
            part: where it was ticked.
            option: the option; one that stands in several decisions is ticked in each.
            picked: whether to put it there.
        """
        self.session.compare(option, picked=picked)
        self._show_picks()
        count = len(part.picks())
        announce(self, self.words("options_page.picked", count=count, most=MOST_SIDE_BY_SIDE))

    def _show_picks(self) -> None:
        for part in self.parts:
            part.show_picks()
        # Qt takes the order of Tab from when things were made.
        QTimer.singleShot(0, self, self.order_tabs)
