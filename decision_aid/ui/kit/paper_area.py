"""What shows, prints and saves a summary: shared by every screen that makes paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.document.draft import USUAL_SECTIONS
from decision_aid.document.html import render_html
from decision_aid.document.model import Document
from decision_aid.document.text import render_text
from decision_aid.domain import PaperSection
from decision_aid.paper import PAPER_SIZES, PaperSize
from decision_aid.storage.files import CannotWriteError, write_atomically
from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.choice import Choices, Option, Tick
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.paper import Order, PaperMaker, PaperPreview, new_printer, print_pages
from decision_aid.ui.kit.saving import Kind, ask_where
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import ErrorNote, Note, Text
from decision_aid.ui.kit.theme import Look
from decision_aid.ui.kit.words import Words, without_accelerator

BESIDE_FROM_EM = 44

PAINTED_AFTER = 40
"""How long after it is shown the page has certainly been painted, in milliseconds."""


if TYPE_CHECKING:
    _Screen = QScrollArea
else:
    # Qt knows one line of ancestors only, and a page or a part is in it already.
    _Screen = object


class PaperArea(_Screen):
    """A preview of the real PDF, and what can be done with it.

    The screen that it is a part of has the column, the error note and the words, and says what
    stands on the paper by ``document``, ``take_sections`` and ``numbers_wanted``.
    """

    if TYPE_CHECKING:
        words: Words
        error: ErrorNote
        column: QVBoxLayout

        @property
        def look(self) -> Look: ...  # noqa: D102 - the screen says it

        def order_tabs(self) -> None: ...  # noqa: D102 - as above

        def say_error(self, text: str) -> None: ...  # noqa: D102 - as above

    def document(self) -> Document:
        """Return what stands on the paper, as the answers are now."""
        raise NotImplementedError

    def take_sections(self, sections: tuple[PaperSection, ...]) -> None:
        """Keep the choice of what stands on the paper."""
        raise NotImplementedError

    def numbers_wanted(self) -> bool:
        """Return whether general numbers are offered."""
        return False

    def add_paper(self) -> None:
        """Put what to do on one side and the pages on the other into the column."""
        self._document: Document | None = None
        self._pdf: bytes | None = None
        self._order: Order | None = None
        self._once_made: Callable[[], None] | None = None
        self.maker = PaperMaker(self)
        self.maker.made.connect(self._show_pdf)
        self.maker.failed.connect(self._could_not_make)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(32)
        self._controls = QWidget()
        column = QVBoxLayout(self._controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._add_keeping(column)
        self._add_paper(column)
        column.addStretch(1)
        self._beside.addWidget(self._controls, 2)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.state = Text(self.words("summary_page.making"), "hint")
        self.letters = Note()
        right.addWidget(self.letters)
        right.addWidget(self.state)
        self.preview = PaperPreview(self.words)
        right.addWidget(self.preview, 1)
        self._beside.addLayout(right, 3)
        self.column.addLayout(self._beside)

    def _add_keeping(self, column: QVBoxLayout) -> None:
        self.done = Note()
        column.addWidget(self.done)
        column.addWidget(Text(self.words("summary_page.save_title"), "subheading"))
        self.buttons: dict[str, QPushButton] = {}
        for key in ("save_pdf", "print", "save_html", "save_text"):
            button = PrimaryButton(self.words(f"summary_page.{key}"))
            button.setAccessibleName(without_accelerator(button.text()))
            self.buttons[key] = button
            column.addWidget(button)
        self.buttons["save_pdf"].setProperty("role", "primary")
        self.buttons["print"].clicked.connect(self.print)
        self.buttons["save_pdf"].clicked.connect(lambda: self.ask_where("pdf"))
        self.buttons["save_html"].clicked.connect(lambda: self.ask_where("html"))
        self.buttons["save_text"].clicked.connect(lambda: self.ask_where("text"))
        column.addWidget(Text(self.words("summary_page.shared"), "small"))

    def _add_paper(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        self.paper_title = Text(self.words("summary_page.paper"), "subheading")
        column.addWidget(self.paper_title)
        papers = [Option(key, self.words(f"summary_page.{key}")) for key in PAPER_SIZES]
        self.paper = Choices(papers, self.words("summary_page.paper"))
        american = (
            QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        )
        self.paper.choose("letter" if american else "a4")
        self.paper.chosen.connect(lambda _: self._make())
        column.addWidget(self.paper)
        self.large = Tick(self.words("summary_page.large_print"))
        self.large.setAccessibleName(self.large.text())
        self.large.toggled.connect(lambda _: self._make())
        column.addWidget(self.large)
        self.sections: dict[str, Tick] = {}
        self._add_sections(column)

    def _add_sections(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        column.addWidget(Text(self.words("summary_page.sections"), "subheading"))
        self._add_choice_of_sections(column)

    def _add_choice_of_sections(self, column: QVBoxLayout) -> None:
        column.addWidget(Text(self.words("summary_page.sections_hint"), "hint"))
        self._sections = QVBoxLayout()
        self._sections.setSpacing(8)
        column.addLayout(self._sections)

    def _show_sections(self) -> None:
        """Offer the parts that this document has, ticked where they stand on paper."""
        assert self._document is not None
        there: dict[str, str] = {part.id: part.page for part in self._document.sections}
        if not self.numbers_wanted():
            there.pop("numbers", None)
        offered = [part for part in get_args(PaperSection) if part in there]
        if offered != list(self.sections):
            empty(self._sections)
            self.sections = {}
            for part in offered:
                tick = self.sections[part] = Tick(self.words(f"paper_section.{part}"))
                tick.setAccessibleName(tick.text())
                tick.toggled.connect(lambda _: self._choose_sections())
                self._sections.addWidget(tick)
            self.order_tabs()
        for part, tick in self.sections.items():
            tick.blockSignals(True)
            tick.setChecked(there[part] == "detail")
            tick.blockSignals(False)

    def _choose_sections(self) -> None:
        chosen = tuple(part for part, tick in self.sections.items() if tick.isChecked())
        # What this case does not have keeps its usual place, should it come up later.
        absent = USUAL_SECTIONS.difference(self.sections)
        parts = get_args(PaperSection)
        self.take_sections(tuple(p for p in parts if p in chosen or p in absent))
        self._document = self.document()
        self._make()

    def show_paper(self) -> None:
        """Make the pages of the answers as they are now."""
        self.done.hide()
        document = self.document()
        if document != self._document:
            self.preview.forget()  # it may say the opposite of what is true now
        self._document = document
        self._show_sections()
        self._make()

    def forget_paper(self) -> None:
        """Let go of the pages and of what they were made of."""
        self._document = self._pdf = self._order = self._once_made = None
        self.maker.forget()
        self.preview.forget()
        self.done.hide()

    def ask_where(self, kind: Kind) -> None:
        """Ask where to save, then save there."""
        self.error.clear()
        self.dialog = ask_where(self, self.words, kind, lambda path: self.save(kind, path))

    def save(self, kind: Kind, path: Path) -> None:
        """Save there; say where the file went, or kindly why it did not."""
        if kind == "pdf" and self._waits(lambda: self.save(kind, path)):
            return
        data = self._bytes(kind)
        if data is None:
            self._tell_problem(self.words("error.make"))
            return
        try:
            write_atomically(path, data)
        except CannotWriteError as error:
            self._tell_problem(
                self.words("error.save", reason=self.words(f"file_error.{error.reason}"))
            )
        else:
            self.error.clear()
            self.done.say(self.words("summary_page.saved", path=path))
            self.ensureWidgetVisible(self.done, 0, 40)

    def print(self) -> None:
        """Ask which printer, then print the pages that are shown."""
        self.error.clear()
        if self._waits(self.print):
            return
        if self._pdf is None:
            self._tell_problem(self.words("error.make"))
            return
        if not QPrinterInfo.availablePrinterNames():
            self._tell_problem(self.words("error.no_printer"))
            return
        self._printer = new_printer(self._paper(), self.words("summary_page.file_name"))
        dialog = QPrintDialog(self._printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._print_now()
        dialog.deleteLater()

    def _print_now(self) -> None:
        if print_pages(self.preview.document, self._printer):
            self.done.say(self.words("summary_page.printed"))
        else:
            self._tell_problem(self.words("error.print"))

    def _paper(self) -> PaperSize:
        return next(size for size in PAPER_SIZES if size == self.paper.current())

    def _bytes(self, kind: Kind) -> bytes | None:
        if kind == "pdf":
            return self._pdf
        if self._document is None:
            return None
        if kind == "html":
            return render_html(self._document).encode()
        return render_text(self._document).encode()

    def _make(self) -> None:
        if self._document is None:
            return
        order = Order(self._document, self._paper(), self.large.isChecked())
        if order == self._order:
            return
        self._order = order
        self._pdf = None
        self.state.setText(self.words("summary_page.making"))
        # Typst does not share the interpreter while it works: the page is painted first.
        QTimer.singleShot(PAINTED_AFTER, self, lambda: self._make_now(order))

    def _make_now(self, order: Order) -> None:
        if order == self._order:
            self.maker.make(order)

    def _waits(self, then: Callable[[], None]) -> bool:
        """Return whether the pages are still being made; ``then`` is called when they are."""
        if self._pdf is not None or self._order is None:
            return False
        self._once_made = then
        return True

    def _show_pdf(self, pdf: bytes, letters: str) -> None:
        if not self.preview.show_pdf(pdf):
            self._could_not_make()
            return
        self._pdf = pdf
        self.error.clear()
        if letters:
            self.letters.say(self.words("summary_page.cannot_print", letters=letters))
        else:
            self.letters.hide()
        count = self.preview.document.pageCount()
        key = "page_of_one" if count == 1 else "page_of"
        self.state.setText(self.words(f"summary_page.{key}", count=count))
        announce(self, f"{self.words('summary_page.preview')}. {self.state.text()}")
        waiting, self._once_made = self._once_made, None
        if waiting is not None:
            waiting()

    def _could_not_make(self) -> None:
        self._order = self._once_made = None
        self.state.setText("")
        self._tell_problem(self.words("error.make"))

    def _tell_problem(self, text: str) -> None:
        self.done.hide()
        self.say_error(text)

    def fit_paper(self, width: int, beside_from_em: int = BESIDE_FROM_EM) -> None:
        """Put the pages beside the buttons, or below them where there is little room."""
        wide = width >= self.look.em(beside_from_em)
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
