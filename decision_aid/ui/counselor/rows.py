"""What was said, a row for each thing, with how to change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import FOLLOW_UPS, Certainty, Side
from decision_aid.ui.counselor.to_confirm import Proposed, needs_side
from decision_aid.ui.kit.buttons import Opener, named_button
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.screen_reader import follow_in_tab_order
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words


class ChangeRow(QFrame):
    """A card; ``chosen`` is emitted with what was asked and the reply."""

    chosen = Signal(str, str)
    removed = Signal()

    def __init__(self, words: Words, name: str, *, can_be_removed: bool = False) -> None:
        """Show what it is about; ``show_state`` says what was said.

        Args:
            words: the words.
            name: what it is about.
            can_be_removed: whether it can be taken away.
        """
        super().__init__()
        self.words = words
        self.name = name
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(4)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Text(name, "subheading"))
        self._state = Text("")
        self._open_question = Text("", "hint")
        self._open_question.hide()
        said.addWidget(self._state)
        said.addWidget(self._open_question)
        line.addLayout(said, 1)
        self.change = Opener(words("button.change"))
        self.change.setProperty("role", "quiet")
        self.change.setAccessibleName(words("counselor.change_name", what=name))
        self.change.opened.connect(self._show_body)
        line.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignTop)
        if can_be_removed:
            self.remove = named_button("✕", self.removed.emit, role="icon")
            self.remove.setMinimumSize(TARGET, TARGET)
            self.remove.setToolTip(words("counselor.remove"))
            self.remove.setAccessibleName(words("counselor.remove_name", what=name))
            line.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._body = QWidget()
        self._asks = QVBoxLayout(self._body)
        self._asks.setContentsMargins(0, 0, 0, 6)
        self._asks.setSpacing(8)
        self._body.hide()
        column.addWidget(self._body)
        self.choices: dict[str, Choices] = {}
        self._titles: dict[str, Text] = {}

    def show_state(self, state: str, open_question: str = "") -> None:
        """Say what was said, and what is still open about it."""
        self._state.setText(state)
        self._open_question.setText(open_question)
        self._open_question.setVisible(bool(open_question))
        spoken = " ".join(text for text in (state, open_question) if text)
        self.setAccessibleName(self.words("counselor.row_name", what=self.name, state=spoken))
        self.change.setAccessibleDescription(spoken)

    def ask(
        self, key: str, question: str, options: Sequence[Option], *, side_by_side: bool = True
    ) -> None:
        """Add one question.

        Args:
            key: what is asked; emitted with the reply.
            question: its words.
            options: what can be replied.
            side_by_side: whether the replies are short.
        """
        title = self._titles[key] = Text(question, "small")
        choices = Choices(
            options,
            self.words("counselor.row_name", what=self.name, state=question),
            side_by_side=side_by_side,
        )
        choices.chosen.connect(lambda reply: self.chosen.emit(key, reply))
        self._asks.addWidget(title)
        self._asks.addWidget(choices)
        self.choices[key] = choices

    def show_reply(self, key: str, reply: str | None, *, asked: bool = True) -> None:
        """Show which reply was given, and whether the question is asked at all."""
        self.choices[key].choose(reply)
        self.choices[key].setVisible(asked)
        self._titles[key].setVisible(asked)

    def open(self) -> None:
        """Open it."""
        self.change.set_open(True)

    def _show_body(self, opened: bool) -> None:
        self._body.setVisible(opened)
        key = "counselor.done" if opened else "button.change"
        self.change.setText(self.words(key))
        follow_in_tab_order(self.change, self._body)


_BOTH = "both"


class FindingRow(ChangeRow):
    """A place; ``altered`` is emitted with the row when anything of it changes."""

    altered = Signal(object)

    def __init__(self, words: Words, proposed: Proposed, case_side: Side | None) -> None:
        """Show a place.

        Args:
            words: the words.
            proposed: what is said of it.
            case_side: the breast with the cancer.
        """
        super().__init__(words, words.place(proposed.place), can_be_removed=True)
        self.said = proposed
        self._case_side = case_side
        self.ask(
            "certainty",
            words("counselor.how_sure"),
            [Option(one, words(f"mark.{one}")) for one in Certainty],
        )
        if proposed.place in FOLLOW_UPS:
            follow_up = words.content.follow_up(proposed.place)
            self.ask(
                "detail",
                follow_up.question,
                [Option(*one) for one in follow_up.answers.items()],
                side_by_side=False,
            )
        self.ask(
            "side",
            words("counselor.which_side"),
            [Option(one, words(f"counselor.side_{one}")) for one in Side],
        )
        self.chosen.connect(self._choose)
        self.show_said(proposed, case_side)

    def show_said(self, said: Proposed, case_side: Side | None) -> None:
        """Show this."""
        self.said, self._case_side = said, case_side
        sided = needs_side(said.place, case_side)
        found = said.certainty is Certainty.FOUND
        self.show_reply("certainty", said.certainty)
        self.show_reply("side", said.side or (_BOTH if said.certainty else None), asked=sided)
        if "detail" in self.choices:
            self.show_reply("detail", said.detail, asked=found)
        self.show_state(self._in_words(sided=sided), self._still_open(found=found))

    def _in_words(self, *, sided: bool) -> str:
        said = self.said
        if said.certainty is None:
            return self.words("counselor.say_how_sure")
        parts = [self.words(f"mark.{said.certainty}")]
        if sided:
            parts.append(self.words(f"counselor.side_{said.side or _BOTH}"))
        if said.detail is not None and said.certainty is Certainty.FOUND:
            parts.append(self.words.content.follow_up(said.place).answers[said.detail])
        text = ". ".join(parts) + "."
        if said.from_text:
            text += " " + self.words("confirm.from", what=said.from_text)
        return text

    def _still_open(self, *, found: bool) -> str:
        if not found or self.said.detail is not None or self.said.place not in FOLLOW_UPS:
            return ""
        question = self.words.content.follow_up(self.said.place).question
        return self.words("counselor.still_open", question=question)

    def _choose(self, key: str, reply: str) -> None:
        said = self.said
        certainty, side, detail = said.certainty, said.side, said.detail
        if key == "certainty":
            certainty = Certainty(reply)
        elif key == "side":
            side = None if reply == _BOTH else Side(reply)
        else:
            detail = reply
        changed = Proposed(said.place, certainty, side, detail, said.from_text)
        self.show_said(changed, self._case_side)
        self.altered.emit(self)


class OpenItems(QWidget):
    """A line for each piece that is open; ``settled`` is emitted with the piece that no longer is.

    What was not read, and what is still to be asked, each in words of its own.
    """

    settled = Signal(str)

    def __init__(self, words: Words, group: Literal["not_read", "to_ask"]) -> None:
        """Show nothing yet.

        Args:
            words: the words.
            group: the labels to use.
        """
        super().__init__()
        self.words, self._group = words, group
        self.pieces: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_pieces(self, pieces: tuple[str, ...]) -> bool:
        """Show these pieces, and return whether anything changed.

        Args:
            pieces: as they were given.
        """
        if pieces == self.pieces:
            return False
        self.pieces, self.buttons = pieces, []
        empty(self._column)
        for piece in pieces:
            self._add(piece)
        self.setVisible(bool(pieces))
        return True

    def _add(self, piece: str) -> None:
        note = QFrame()
        note.setProperty("role", "callout")
        line = QHBoxLayout(note)
        line.setContentsMargins(14, 4, 4, 4)
        told = self.words(f"{self._group}.piece", what=piece)
        note.setAccessibleName(told)
        line.addWidget(Text(told), 1)
        settle = self.words(f"{self._group}.settle")
        button = named_button(settle, lambda: self.settled.emit(piece), role="quiet")
        button.setAccessibleName(self.words(f"{self._group}.settle_name", what=piece))
        self.buttons.append(button)
        line.addWidget(button)
        self._column.addWidget(note)
