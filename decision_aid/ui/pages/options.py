"""What there is to decide: each decision with its options, and those picked side by side."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import Decision, OfferedOption, OptionId
from decision_aid.storage.model import MOST_COMPARED
from decision_aid.summary.finish import sources_of
from decision_aid.summary.options import ASPECTS, comparison, condition, offered_options
from decision_aid.ui.announce import announce
from decision_aid.ui.pages.base import Page
from decision_aid.ui.theme import WIDE_EM
from decision_aid.ui.widgets.blocks import BlocksView
from decision_aid.ui.widgets.choice import Tick
from decision_aid.ui.widgets.emptied import empty
from decision_aid.ui.widgets.expander import Expander
from decision_aid.ui.widgets.text import Text
from decision_aid.ui.words import without_accelerator

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
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.opener = Expander(title, lambda: page.details(option.id), words)
        left.addWidget(self.opener)
        if option.depends_on:
            text = words("options_page.only_if", condition=condition(option, content))
            note = Text(text, "small")
            note.setIndent(page.look.px(30))
            left.addWidget(note)
        line.addLayout(left, 1)
        self.tick = Tick(words("options_page.compare"))
        self.tick.setAccessibleName(words("options_page.compare_name", option=title))
        holder = QVBoxLayout()
        holder.addWidget(self.tick)
        holder.addStretch(1)
        line.addLayout(holder)


class OptionsPage(Page):
    """The decisions of this case."""

    COLUMN = WIDE_EM

    def build(self) -> None:
        """Leave room; the decisions follow when the page is shown."""
        self._shown: tuple[Decision, ...] | None = None
        self._numbers: dict[str, int] = {}
        self.rows: list[tuple[OptionId, OptionRow]] = []
        self.add_text("options_page.hint", "hint")
        self.column.addWidget(self.error)
        self._body: QWidget | None = None
        self.side_by_side = QWidget()
        self._beside = QVBoxLayout(self.side_by_side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        self.column.addWidget(self.side_by_side)

    def prepare(self) -> None:
        """Write the decisions for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what there is to decide now."""
        decisions = self.session.decisions()
        if decisions != self._shown:
            self._shown = decisions
            self._forget_what_is_gone()
            self._write(decisions)
        self._show_picks()

    def _forget_what_is_gone(self) -> None:
        offered = offered_options(self._shown or ())
        for option in self.session.compared:
            if option not in offered:
                self.session.compare(option, picked=False)

    def _write(self, decisions: tuple[Decision, ...]) -> None:
        self.words_changed()
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.rows = []
        self.jumps: list[QPushButton] = []
        self.full: list[Text] = []
        content = self.words.content
        topics = [content.topic(f"decisions/{decision.id}") for decision in decisions]
        topics += [content.topic(f"options/{o}") for o in offered_options(decisions)]
        sources = dict.fromkeys(source for topic in topics for source in topic.sources)
        self._numbers = {source: number for number, source in enumerate(sources, 1)}
        view = BlocksView(self._numbers, self.words, self.explain, self)
        if not decisions:
            column.addWidget(Text(self.words("options_page.nothing")))
        for decision in decisions:
            self._add(column, decision, view)
        if self._numbers:
            found = sources_of(self._numbers, self._numbers, content)
            view.expander(column, self.words("section.sources"), [found])
        self.column.insertWidget(self.column.indexOf(self.side_by_side), self._body)
        self._body.stackUnder(self.side_by_side)

    def _add(self, column: QVBoxLayout, decision: Decision, view: BlocksView) -> None:
        topic = self.words.content.topic(f"decisions/{decision.id}")
        column.addSpacing(8)
        column.addWidget(Text(topic.title, "heading"))
        view.blocks(column, self.words.marked(topic.blocks))
        together = QVBoxLayout()
        together.setSpacing(4)
        for option in decision.options:
            row = OptionRow(option, self)
            row.tick.toggled.connect(lambda on, o=option.id: self._pick(o, picked=on))
            self.rows.append((option.id, row))
            together.addWidget(row)
        column.addLayout(together)
        jump = QPushButton(self.words("options_page.jump"))
        jump.setAccessibleName(without_accelerator(jump.text()))
        jump.clicked.connect(self._go_side_by_side)
        full = Text(self.words("options_page.full"), "hint")
        line = QHBoxLayout()
        line.addWidget(jump)
        line.addWidget(full, 1)
        line.addStretch(0)
        column.addLayout(line)
        self.jumps.append(jump)
        self.full.append(full)

    def details(self, option: OptionId) -> QWidget:
        """Return everything that is said of one option."""
        content = self.words.content
        topic = content.topic(f"options/{option}")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(self.look.px(30), 0, 0, 12)
        column.setSpacing(8)
        view = BlocksView(self._numbers, self.words, self.explain, self)
        for aspect in ASPECTS:
            column.addWidget(Text(self.words(f"comparison.{aspect}"), "subheading"))
            view.blocks(column, self.words.marked(topic.section(aspect)))
        return body

    def _pick(self, option: OptionId, *, picked: bool) -> None:
        if picked is (option in self.session.compared):
            return
        self.session.compare(option, picked=picked)
        self._show_picks()
        count = len(self.session.compared)
        announce(self, self.words("options_page.picked", count=count, most=MOST_COMPARED))

    def _show_picks(self) -> None:
        """Set every tick, and put what is picked side by side."""
        picked = self.session.compared
        full = len(picked) >= MOST_COMPARED
        for option, row in self.rows:
            row.tick.blockSignals(True)
            row.tick.setChecked(option in picked)
            row.tick.blockSignals(False)
            row.tick.setEnabled(option in picked or not full)
        for decision, jump, note in zip(self._shown or (), self.jumps, self.full, strict=True):
            here = any(option.id in picked for option in decision.options)
            jump.setVisible(here and len(picked) >= LEAST_COMPARED)
            note.setVisible(full)
        self._write_side_by_side(picked)
        # Qt takes the order of Tab from when things were made.
        QTimer.singleShot(0, self, self.order_tabs)

    def _write_side_by_side(self, picked: tuple[OptionId, ...]) -> None:
        empty(self._beside)
        self.words_changed()
        if not self.rows:
            return
        self.beside_title = Text(self.words("options_page.side_by_side"), "heading")
        self._beside.addWidget(self.beside_title)
        if len(picked) < LEAST_COMPARED:
            self._beside.addWidget(Text(self.words("options_page.pick_more"), "hint"))
            return
        offered = offered_options(self._shown or ())
        block = comparison([offered[option] for option in picked], self.words.content)
        rows = tuple(
            row._replace(cells=tuple(map(self.words.marked, row.cells))) for row in block.rows
        )
        view = BlocksView(self._numbers, self.words, self.explain, self)
        view.blocks(self._beside, [block._replace(rows=rows)])
        self._beside.addWidget(Text(self.words("options_page.on_paper"), "hint"))

    def _go_side_by_side(self) -> None:
        self.verticalScrollBar().setValue(self.side_by_side.geometry().top())
        announce(self, self.words("options_page.side_by_side"))


PAGE = OptionsPage
