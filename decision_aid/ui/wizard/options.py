"""What there is to decide: each decision with its options, and those picked side by side.

Only options of one decision are compared, right below it: those of another answer another question.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.document.blocks import Sources
from decision_aid.document.deciding import MOST_SIDE_BY_SIDE, side_by_side
from decision_aid.document.deciding_blocks import Decision, Numbers, compared
from decision_aid.document.deciding_blocks import Option as DecisionOption
from decision_aid.domain import OptionId
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.choice import Choices, Option, Tick
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.layouts import ReadingColumn, empty, throw_away
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page

LEAST_COMPARED = 2


class OptionRow(QWidget):
    """One option: its name opens what it is like, a tick puts it side by side with others."""

    def __init__(self, option: DecisionOption, page: OptionsPage) -> None:
        """Offer this option.

        Args:
            option: the option.
            page: the page that it stands on.
        """
        super().__init__()
        words, title = page.words, option.title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tick = Tick(words("options_page.compare"))
        self.tick.setAccessibleName(words("options_page.compare_name", option=title))
        self.opener = Expander(title, lambda: page.details(option), words, beside=self.tick)
        column.addWidget(self.opener)
        if option.condition:
            text = words("options_page.only_if", condition=option.condition)
            note = Text(text, "small")
            note.setIndent(page.look.px(30))
            column.addWidget(note)
            page.explain_later(note)


class NumbersPart(QWidget):
    """What the options of a decision did in studies: nothing is seen before somebody asks for it.

    One comparison is seen at a time, and one outcome of it: two of them are not read at once.
    """

    def __init__(self, numbers: tuple[Numbers, ...], page: OptionsPage, view: BlocksView) -> None:
        """Offer these numbers.

        Args:
            numbers: the comparisons.
            page: the page that they stand on.
            view: puts words into a column.
        """
        super().__init__()
        self._numbers = {one.id: one for one in numbers}
        self._page, self._view = page, view
        self.comparisons: Choices | None = None
        self.outcomes: Choices | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.opener = Expander(page.words("numbers_told.asked"), self._build, page.words)
        column.addWidget(self.opener)

    def _build(self) -> QWidget:
        page, words = self._page, self._page.words
        page.session.want_numbers()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(page.look.px(30), 0, 0, page.look.space(2))
        column.setSpacing(8)
        column.addWidget(Text(words("numbers_told.lead")))
        column.addWidget(Text(words("numbers_told.which"), "subheading"))
        options = [Option(key, one.title) for key, one in self._numbers.items()]
        self.comparisons = Choices(options, words("numbers_told.which"), compact=True)
        self.comparisons.chosen.connect(self._show_comparison)
        column.addWidget(self.comparisons)
        self._comparison = QVBoxLayout()
        self._comparison.setSpacing(8)
        column.addLayout(self._comparison)
        return body

    def _show_comparison(self, key: str) -> None:
        one, words = self._numbers[key], self._page.words
        empty(self._comparison)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(one.people))
        outcomes = [Option(str(n), outcome.title) for n, outcome in enumerate(one.outcomes)]
        self.outcomes = Choices(outcomes, one.title, compact=True)
        self.outcomes.chosen.connect(lambda number: self._show_outcome(one, int(number)))
        column.addWidget(self.outcomes)
        holder = QWidget()
        self._outcome = QVBoxLayout(holder)
        self._outcome.setContentsMargins(0, 0, 0, 0)
        self._outcome.setSpacing(8)
        column.addWidget(holder)
        column.addWidget(Text(one.limits))
        column.addWidget(Text(words("numbers_told.key"), "hint"))
        self._comparison.addWidget(part)
        self._changed(one.people)

    def _show_outcome(self, one: Numbers, number: int) -> None:
        empty(self._outcome)
        outcome = one.outcomes[number]
        self._view.blocks(self._outcome, [outcome])
        self._changed(outcome.sentence.text)

    def _changed(self, said: str) -> None:
        self._page.words_changed()
        announce(self, said)
        QTimer.singleShot(0, self, self._page.order_tabs)


class DecisionPart(QWidget):
    """One decision: its title opens what it is about, its options, and those picked side by side.

    A case has up to a dozen decisions; all of them open would be a page of several screens.
    """

    def __init__(self, decision: Decision, page: OptionsPage, view: BlocksView) -> None:
        """Show this decision.

        Args:
            decision: the decision.
            page: the page that it stands on.
            view: puts words into a column.
        """
        super().__init__()
        self.decision, self._page, self._view = decision, page, view
        self.rows: dict[OptionId, OptionRow] = {}
        self.numbers: NumbersPart | None = None
        self._written_for: tuple[DecisionOption, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.opener = Expander(decision.title, self._build, page.words)
        whole.addWidget(self.opener)

    def open(self) -> None:
        """Show what belongs to this decision."""
        if not self.opener.button.is_open:
            self.opener.button.click()

    def _build(self) -> QWidget:
        page, words = self._page, self._page.words
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(page.look.px(30), 0, 0, page.look.space(2))
        whole.setSpacing(16)
        read = ReadingColumn()
        column = read.column
        whole.addWidget(read)
        self._view.blocks(column, words.marked(self.decision.about))
        together = QVBoxLayout()
        together.setSpacing(8)
        self.rows = {option.id: OptionRow(option, page) for option in self.decision.options}
        for number, (option, row) in enumerate(self.rows.items()):
            if number:
                together.addWidget(rule())
            row.tick.toggled.connect(lambda on, o=option: page.pick(self, o, picked=on))
            together.addWidget(row)
        column.addLayout(together)
        if page.context.surroundings.numbers and self.decision.numbers:
            self.numbers = NumbersPart(self.decision.numbers, page, self._view)
            column.addWidget(self.numbers)
        self.full = Text(words("options_page.full"), "hint")
        column.addWidget(self.full)
        self._beside = QVBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        whole.addLayout(self._beside)
        page.words_changed()
        self.show_picks()
        return body

    def picks(self) -> tuple[DecisionOption, ...]:
        """Return what stands side by side here."""
        return side_by_side(self.decision, self._page.session.compared)

    def show_picks(self) -> None:
        """Set every tick, and put what is picked side by side."""
        if not self.rows:
            return  # nobody has opened it yet
        picks = self.picks()
        full = len(picks) >= MOST_SIDE_BY_SIDE
        ids = {option.id for option in picks}
        for option, row in self.rows.items():
            row.tick.blockSignals(True)
            row.tick.setChecked(option in ids)
            row.tick.blockSignals(False)
            row.tick.setEnabled(option in ids or not full)
        self.full.setVisible(full and len(self.rows) > MOST_SIDE_BY_SIDE)
        if picks != self._written_for:
            self._written_for = picks
            self._write(picks)

    def _write(self, picks: tuple[DecisionOption, ...]) -> None:
        empty(self._beside)
        self._page.words_changed()
        if len(picks) < LEAST_COMPARED:
            return
        words = self._page.words
        self._beside.addWidget(Text(words("options_page.side_by_side"), "subheading"))
        block = compared(picks, self.decision.title, words("comparison.corner"))
        rows = tuple(row._replace(cells=tuple(map(words.marked, row.cells))) for row in block.rows)
        self._view.blocks(self._beside, [block._replace(rows=rows)])
        self._beside.addWidget(Text(words("options_page.on_paper"), "hint"))


class OptionsPage(Page):
    """The decisions of this case."""

    CONTINUE = "button.back_to_next"

    COLUMN = WIDE_EM

    def build(self) -> None:
        """Leave room; the decisions follow when the page is shown."""
        self._written_for: tuple[tuple[Decision, ...], Sources] | None = None
        self.parts: list[DecisionPart] = []
        self.add_text("options_page.hint", "hint")
        self._below_hint = QVBoxLayout()
        self.column.addLayout(self._below_hint)
        self._body: QWidget | None = None

    @property
    def rows(self) -> list[tuple[OptionId, OptionRow]]:
        """Every option of what is open or was, with its row, from top to bottom."""
        return [item for part in self.parts for item in part.rows.items()]

    def prepare(self) -> None:
        """Write the decisions for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what there is to decide now."""
        document = self.context.document
        decisions = tuple(b for b in document.blocks("options") if isinstance(b, Decision))
        contents = decisions, document.sources_of("options")
        if contents != self._written_for:
            self._written_for = contents
            self._forget_what_is_gone()
            self._view = BlocksView(document.source_numbers, self.words, self.explain, self)
            self._write(*contents)
        self._show_picks()

    def _forget_what_is_gone(self) -> None:
        offered = self.session.assessment.options
        for option in self.session.compared:
            if option not in offered:
                self.session.compare(option, picked=False)

    def _write(self, decisions: tuple[Decision, ...], sources: Sources) -> None:
        self.words_changed()
        if self._body is not None:
            throw_away(self._body)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if not decisions:
            column.addWidget(Text(self.words("options_page.nothing")))
        self.parts = [DecisionPart(decision, self, self._view) for decision in decisions]
        together = QVBoxLayout()
        together.setSpacing(0)
        for part in self.parts:
            together.addWidget(part)
        column.addLayout(together)
        for part in self.parts:
            if part is self.parts[0] or part.picks():
                part.open()
        if sources.items:
            below = ReadingColumn()
            self._view.expander(below.column, self.words("section.sources"), [sources])
            column.addWidget(below)
        self._below_hint.addWidget(self._body)

    def details(self, option: DecisionOption) -> QWidget:
        """Return everything that is said of one option."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(self.look.px(30), 0, 0, 12)
        column.setSpacing(8)
        for number, aspect in enumerate(option.aspects):
            if number:
                column.addSpacing(6)
            column.addWidget(Text(aspect.label, "subheading"))
            self._view.blocks(column, self.words.marked(aspect.blocks))
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
