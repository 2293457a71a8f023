"""Whether the answer came across, and whether anything is missing to decide. No score."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.content import Paragraph
from decision_aid.document.deciding_blocks import Check, SureQuestion
from decision_aid.domain import Reply, SureItem
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.page import Page


class _Note(QFrame):
    """What is said to a reply."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setProperty("role", "note")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self.hide()

    def say(self, lead: str, paragraph: Paragraph | None = None) -> None:
        """Show this, and have it read out."""
        self.clear()
        heading = Text(lead, "subheading")
        self._column.addWidget(heading)
        self._page.explain_later(heading)
        self._page.words_changed()
        if paragraph is not None:
            words = self._page.words
            view = BlocksView({}, words, self._page.explain, self._page)
            view.blocks(self._column, words.marked((paragraph,)))
        self.show()
        self._page.order_tabs()
        announce(self._page, f"{lead} {paragraph.text if paragraph else ''}".strip())

    def clear(self) -> None:
        """Say nothing."""
        empty(self._column)
        self.hide()


class CheckPage(Page):
    """Three questions about the answer, then the four items of the SURE test."""

    CONTINUE = "button.back_to_next"

    def build(self) -> None:
        """Show the hints; the questions follow with the answer."""
        self._asked: tuple[Check, ...] = ()
        self.checks: dict[str, Choices] = {}
        self.sure: dict[SureItem, Choices] = {}
        self._sure_notes: dict[SureItem, _Note] = {}
        self.add_text("check_page.hint", "hint")
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._body)
        self.column.addWidget(holder)
        self.column.addSpacing(16)
        self.add_text("check_page.sure_title", "heading")
        self.add_text("check_page.sure_hint", "hint")
        self._sure_body = QVBoxLayout()
        self._sure_body.setContentsMargins(0, 0, 0, 0)
        self._sure_body.setSpacing(16)
        of_sure = QWidget()
        of_sure.setLayout(self._sure_body)
        self.column.addWidget(of_sure)

    def _add_sure(self, question: SureQuestion) -> None:
        column, item = self._sure_body, question.item
        column.addSpacing(8)
        asks = Text(question.text, "subheading")
        column.addWidget(asks)
        self.explain_later(asks)
        options = [Option(reply, self.words(f"check_page.{reply}")) for reply in ("yes", "no")]
        self.sure[item] = Choices(options, question.text, side_by_side=True)
        self.sure[item].chosen.connect(lambda reply: self._reply_sure(question, reply))
        column.addWidget(self.sure[item])
        self._sure_notes[item] = _Note(self)
        column.addWidget(self._sure_notes[item])

    def prepare(self) -> None:
        """Write the questions for the answer as it is now."""
        self.enter()

    def enter(self) -> None:
        """Ask about the answer as it is now; replies to the same questions stay."""
        document = self.context.document
        asked = tuple(b for b in document.blocks("understanding") if isinstance(b, Check))
        if asked != self._asked:
            self._asked = asked
            self._write()
        for block in document.blocks("sure_test"):
            if isinstance(block, SureQuestion) and block.item not in self.sure:
                self._add_sure(block)
        given = self.session.sure
        for item, choices in self.sure.items():
            reply = given.get(item)
            choices.choose(None if reply is None else "yes" if reply else "no")
            if reply is not False:
                self._sure_notes[item].clear()

    def _write(self) -> None:
        self.words_changed()
        empty(self._body)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._body.addWidget(body)
        self.checks = {}
        for check in self._asked:
            self._add_check(column, check)

    def _add_check(self, column: QVBoxLayout, check: Check) -> None:
        column.addSpacing(8)
        question = Text(check.question, "subheading")
        column.addWidget(question)
        self.explain_later(question)
        options = [Option(reply, self.words(f"check_page.{reply}")) for reply in Reply]
        choices = self.checks[check.id] = Choices(options, check.question, side_by_side=True)
        column.addWidget(choices)
        note = _Note(self)
        column.addWidget(note)
        choices.chosen.connect(lambda reply: self._reply(check, Reply(reply), note))

    def _reply(self, check: Check, reply: Reply, note: _Note) -> None:
        if reply is check.right:
            note.say(self.words("check_page.fits"), check.told_right)
        else:
            note.say(self.words(f"check_page.again_{check.right}"), check.told_again)

    def _reply_sure(self, question: SureQuestion, reply: str) -> None:
        self.session.set_sure(question.item, reply == "yes")
        note = self._sure_notes[question.item]
        if reply == "yes":
            note.clear()
        else:
            note.say(self.words("check_page.added", question=question.adds_text))
