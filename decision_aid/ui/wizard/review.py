"""Shows every answer, each with a way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import Certainty, RestAnswer, Step, StepKind, places_asked
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.page import Page

_ASKS = (StepKind.SIDE, StepKind.PLACES, StepKind.FOLLOW_UP, StepKind.TIMING)


class AnswerRow(QWidget):
    """What was asked, what was answered, and a button to change it."""

    def __init__(self, asked: str, words: Words) -> None:
        """Show what was asked."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self.asked = Text(asked, "subheading")
        self._words.addWidget(self.asked)
        self._given = QVBoxLayout()
        self._given.setSpacing(4)
        self._words.addLayout(self._given)
        self.texts: list[Text] = []
        self._written_for: tuple[str, ...] = ()
        line.addLayout(self._words, 1)
        self.change = QPushButton(words("button.change"))
        self.change.setAccessibleName(words("review_page.change_name", step=asked))
        line.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignTop)

    def show_answers(self, answers: tuple[str, ...]) -> bool:
        """Show these answers; return whether they are others than before."""
        if answers == self._written_for:
            return False
        self._written_for = answers
        empty(self._given)
        self.texts = [Text(answer) for answer in answers]
        for text in self.texts:
            self._given.addWidget(text)
        self.change.setAccessibleDescription(". ".join(answers))
        self.change.raise_()  # read after the answers, as it stands after them
        return True


class ReviewPage(Page):
    """One row for each question: what was asked, what was answered, a button to change it."""

    CONTINUE = "button.see_answer"

    def build(self) -> None:
        """Show the hint; the rows follow when the page is shown."""
        self.add_text("review_page.hint", "hint")
        self.rows: dict[str, AnswerRow] = {}
        self._rows = QWidget()
        self._rows_column = QVBoxLayout(self._rows)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(12)
        self.column.addWidget(self._rows)

    def prepare(self) -> None:
        """Write the rows for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show the answers as they are now; a row whose question is still asked stays."""
        asked = {step.id: step for step in self.session.steps() if step.kind in _ASKS}
        if list(asked) != list(self.rows):
            self._write_anew(asked.values())
        for step in asked.values():
            if self.rows[step.id].show_answers(tuple(self._answers(step))):
                self.explain_later(*self.rows[step.id].texts)
                self.words_changed()

    def _write_anew(self, asked: Iterable[Step]) -> None:
        empty(self._rows_column)
        self.rows.clear()
        for step in asked:
            row = AnswerRow(self.context.step_label(step), self.words)
            row.change.clicked.connect(lambda _=False, s=step: self.context.navigator.change(s))
            self.rows[step.id] = row
            self._rows_column.addWidget(row)
            self.explain_later(row.asked)
            self._rows_column.addWidget(rule())

    def problem(self) -> str:
        """Return what to do where a question has no answer yet."""
        missing = next((s for s in self.session.steps() if not self.session.is_answered(s)), None)
        if missing is None:
            return ""
        return self.words("review_page.error", step=self.context.step_label(missing))

    def _answers(self, step: Step) -> Iterator[str]:
        if not self.session.is_answered(step):
            yield self.words("review_page.not_answered")
            return
        match step.kind:
            case StepKind.SIDE:
                side = self.session.side
                yield self.words(f"side_page.{side or 'not_sure'}")
            case StepKind.TIMING:
                names = {True: "came_back", False: "first", None: "not_sure"}
                key = names[self.session.came_back]
                yield self.words(f"timing_page.{key}")
            case StepKind.FOLLOW_UP if step.place is not None:
                detail = self.session.interview.details[step.place, step.side]
                yield self.words.content.follow_up(step.place).answers[detail]
            case _:
                yield from self._places(step)

    def _places(self, step: Step) -> Iterator[str]:
        marked = False
        for place in places_asked(step, self.session.answers()):
            certainty = self.session.interview.mark_of(place.id, step.side)
            if certainty is not None:
                marked = True
                yield self.words(
                    "review_page.item",
                    place=self.words.place(place.id),
                    state=self._state(certainty),
                )
        match self.session.interview.rest_of(step):
            case RestAnswer.NOTHING_ELSE:
                key = "nothing_else" if marked else "nothing_found"
                yield self.words(f"review_page.{key}")
            case RestAnswer.NOT_SURE:
                yield self.words(f"review_page.{'not_sure_else' if marked else 'not_sure_area'}")
            case None if not marked:
                yield self.words("review_page.nothing_marked")
            case None:
                return

    def _state(self, certainty: Certainty) -> str:
        text = self.words(f"certainty.{certainty}")
        return text if text.startswith("I'") else text[:1].lower() + text[1:]
