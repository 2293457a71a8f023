"""FHIR files: what the person said goes out, what a record says comes in to be confirmed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from decision_aid.control_characters import escaped
from decision_aid.records.fhir import (
    FhirError,
    questionnaire_response,
    read_bundle,
)
from decision_aid.records.fhir.bundle import MOST_BYTES, decoded
from decision_aid.storage.files import CannotWriteError, write_atomically
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.to_confirm import of_record
from decision_aid.ui.kit.saving import FileWanted, ask_for_file
from decision_aid.ui.kit.words import Words

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
