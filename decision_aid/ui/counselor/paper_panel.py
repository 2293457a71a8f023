"""The person's summary with their questions: nothing of the counselor's is on it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from decision_aid.control_characters import escaped
from decision_aid.document.model import Document
from decision_aid.domain import Answers, PaperSection, assess
from decision_aid.records.fhir import (
    FhirError,
    questionnaire_response,
    read_bundle,
)
from decision_aid.records.fhir.bundle import MOST_BYTES, decoded
from decision_aid.storage.files import CannotWriteError, write_atomically
from decision_aid.ui.counselor.display import DisplayKind
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.to_confirm import of_record
from decision_aid.ui.kit.blocks import banner_note
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.own_question import OwnQuestion
from decision_aid.ui.kit.paper_area import PaperArea
from decision_aid.ui.kit.saving import FileWanted, ask_for_file
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words


class QuestionsList(QWidget):
    """Ticks; ``changed`` is emitted with the chosen questions in order."""

    changed = Signal(object)
    problem = Signal(str)

    def __init__(self, words: Words) -> None:
        """Show no question yet."""
        super().__init__()
        self.words = words
        self._chosen: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self.ticks: dict[str, Tick] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(words("paper.questions"), "subheading"))
        column.addWidget(Text(words("paper.questions_hint"), "hint"))
        entry = OwnQuestion(words, "paper", side_by_side=False)
        entry.written.connect(self._add_own)
        entry.refused.connect(self.problem)
        self.own, self.add = entry.field, entry.add
        column.addWidget(Text(words("paper.own_label"), "small"))
        column.addWidget(entry)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)

    def show_questions(self, answers: Answers) -> None:
        """Offer the questions that the case calls for; those chosen are ticked and come first."""
        called_for = map(str, assess(answers).questions)
        offered = tuple(dict.fromkeys((*answers.questions, *called_for)))
        self._chosen = answers.questions
        if set(offered) != set(self._offered):
            self._offered = offered
            empty(self._list)
            self.ticks = {}
            for question in offered:
                self._add(question)
        for question, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(question in self._chosen)
            tick.blockSignals(False)

    def _add_own(self, question: str) -> None:
        """Put what was written on the list."""
        if question not in self._chosen:
            self.changed.emit((*self._chosen, question))
        announce(self, self.words("questions_page.added", number=len(self._chosen)))

    def _add(self, question: str) -> None:
        content = self.words.content
        known = content.has_question(question)
        tick = self.ticks[question] = Tick(content.question(question) if known else question)
        tick.setAccessibleName(tick.text())
        tick.toggled.connect(lambda on: self._tick(question, chosen=on))
        self._list.addWidget(tick)

    def _tick(self, question: str, *, chosen: bool) -> None:
        others = tuple(one for one in self._chosen if one != question)
        self.changed.emit((*others, question) if chosen else others)


_BESIDE_FROM_EM = 38


class PaperPanel(PaperArea, Panel):
    """See it, print it, save it, show it."""

    show_wanted = Signal(str)

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show the paper of the case.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "paper.title")
        self.hint("paper.hint")
        self.column.addWidget(self.error)
        self.example = banner_note(words("paper.example"))
        self.column.addWidget(self.example)
        self.made_up = Tick(words("example_only.made_up"))
        self.made_up.setAccessibleName(self.made_up.text())
        self.made_up.toggled.connect(session.set_made_up)
        self.column.addWidget(self.made_up)
        self.add_paper()
        self.refresh_questions()

    def refresh(self) -> None:
        """Make the paper of the case as it is now, if it can be seen."""
        self.example.setVisible(self.session.is_example())
        self.made_up.blockSignals(True)
        self.made_up.setChecked(self.session.made_up)
        self.made_up.blockSignals(False)
        if not self.isVisible():
            return
        self.done.hide()
        self.refresh_questions()
        self.show_paper()

    def forget(self) -> None:
        """Let go of the pages, and of the questions that were chosen or are being written."""
        super().forget()
        self.forget_paper()
        self.questions.own.clear()
        self.questions.show_questions(Answers())

    def refresh_questions(self) -> None:
        """Show which questions stand on the paper."""
        self.questions.show_questions(self.session.answers)
        self.order_tabs()

    def document(self) -> Document:
        """Return what stands on the paper; the notes are no part of it."""
        return self.session.document(self.words.content)

    def take_sections(self, sections: tuple[PaperSection, ...]) -> None:
        """Keep the choice."""
        self.session.change(sections=sections)

    def fit(self, width: int) -> None:
        """Put the pages beside the buttons where there is room."""
        if hasattr(self, "_beside"):
            self.fit_paper(width, _BESIDE_FROM_EM)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Make the paper when it is first seen."""
        super().showEvent(event)
        self.refresh()

    @property
    def pdf(self) -> bytes | None:
        """The pages as they are shown, or ``None`` while they are being made."""
        return self._pdf

    def _add_keeping(self, column: QVBoxLayout) -> None:
        super()._add_keeping(column)
        self.show_pages = self.button(
            "paper.show", lambda: self.show_wanted.emit(DisplayKind.SUMMARY)
        )
        column.addWidget(self.show_pages)
        self.questions = QuestionsList(self.words)
        self.questions.changed.connect(lambda chosen: self.session.change(questions=chosen))
        self.questions.problem.connect(self.say_error)
        column.addWidget(self.questions)


_ENDING: Final = "json"


class RecordFiles(QObject):
    """Writing and reading; ``read`` is emitted with what is to be confirmed."""

    read = Signal(object)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, words: Words, session: CounselorSession, window: QWidget) -> None:
        """Know no file yet.

        Args:
            words: the words.
            session: the cases.
            window: the window that waits.
        """
        super().__init__(window)
        self.words, self._session, self._window = words, session, window
        self.file_dialog: QFileDialog | None = None

    def export(self) -> None:
        """Ask where, then write what the person said there."""
        if self._session.made_up:
            self.failed.emit(self.words("records.made_up"))
            return
        name = f"{self.words('records.file_name')}.{_ENDING}"
        self.file_dialog = ask_for_file(self._window, self._wanted("export", name), self.export_to)

    def import_record(self) -> None:
        """Ask which file, then read it."""
        wanted = self._wanted("import", "", to_open=True)
        self.file_dialog = ask_for_file(self._window, wanted, self.import_from)

    def export_to(self, path: Path) -> None:
        """Write the case as it is, never an example, as a QuestionnaireResponse."""
        now = dt.datetime.now().astimezone()
        try:
            # The notes of this window are the counselor's own, and stay with the session.
            text = questionnaire_response(self._session.as_it_is._replace(notes=""), authored=now)
            write_atomically(path, text.encode(), private=True)
        except FhirError as error:
            self.failed.emit(self._explained(error))
        except CannotWriteError as error:
            hindered = self.words(f"file_error.{error.reason}")
            self.failed.emit(self.words("records.not_written", hindered=hindered))
        else:
            self.done.emit(self.words("records.written", name=escaped(path.name)))

    def import_from(self, path: Path) -> None:
        """Read a record; what it says has to be confirmed like anything that is typed."""
        try:
            found = of_record(read_bundle(_text_of(path)), self.words)
        except FhirError as error:
            self.failed.emit(self._explained(error))
        except (OSError, UnicodeDecodeError):
            self.failed.emit(self.words("records.cannot_read", name=escaped(path.name)))
        else:
            self.read.emit(found)

    def _explained(self, error: FhirError) -> str:
        return self.words(f"fhir_error.{error.reason}", where=error.where).strip()

    def _wanted(self, kind: str, name: str, *, to_open: bool = False) -> FileWanted:
        return FileWanted(
            self.words(f"records.choose_{kind}"),
            self.words("records.filter"),
            _ENDING,
            name,
            to_open,
        )


def _text_of(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return decoded(file.read(MOST_BYTES + 1))
