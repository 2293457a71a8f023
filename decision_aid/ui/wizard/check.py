"""Whether the answer came across, and whether anything is missing to decide. No score."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.content import Paragraph
from decision_aid.domain import Check, Reply, SureItem, questions_from_sure
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

    def build(self) -> None:
        """Show the hint and the items of the SURE test; the questions follow with the answer."""
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
        for item in SureItem:
            self._add_sure(item)

    def _add_sure(self, item: SureItem) -> None:
        text = self.words(f"sure.{item}")
        self.column.addSpacing(8)
        self.add_text(f"sure.{item}", "subheading")
        options = [Option(reply, self.words(f"check_page.{reply}")) for reply in ("yes", "no")]
        self.sure[item] = Choices(options, text, side_by_side=True)
        self.sure[item].chosen.connect(lambda reply, i=item: self._reply_sure(i, reply))
        self.column.addWidget(self.sure[item])
        self._sure_notes[item] = _Note(self)
        self.column.addWidget(self._sure_notes[item])

    def prepare(self) -> None:
        """Write the questions for the answer as it is now."""
        self.enter()

    def enter(self) -> None:
        """Ask about the answer as it is now; replies to the same questions stay."""
        asked = self.session.assessment.checks
        if asked != self._asked:
            self._asked = asked
            self._write()
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
        told = self.words.content.check(check.id)
        column.addSpacing(8)
        question = Text(told.question, "subheading")
        column.addWidget(question)
        self.explain_later(question)
        options = [Option(reply, self.words(f"check_page.{reply}")) for reply in Reply]
        choices = self.checks[check.id] = Choices(options, told.question, side_by_side=True)
        column.addWidget(choices)
        note = _Note(self)
        column.addWidget(note)
        choices.chosen.connect(lambda reply: self._reply(check, Reply(reply), note))

    def _reply(self, check: Check, reply: Reply, note: _Note) -> None:
        told = self.words.content.check(check.id)
        if reply is check.right:
            note.say(self.words("check_page.fits"), told.right)
        else:
            note.say(self.words(f"check_page.again_{check.right}"), told.again)

    def _reply_sure(self, item: SureItem, reply: str) -> None:
        self.session.set_sure(item, reply == "yes")
        if reply == "yes":
            self._sure_notes[item].clear()
            return
        (question,) = questions_from_sure({item: False})
        asks = self.words.content.question(question)
        self._sure_notes[item].say(self.words("check_page.added", question=asks))
