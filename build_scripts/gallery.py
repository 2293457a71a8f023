"""Show every part of the kit in every theme, text size and direction, to be looked at.

    python -m build_scripts.gallery [FOLDER]

Without a folder it opens as a window; with one, a picture of each look is put there.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

if len(sys.argv) > 1:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import decision_aid.ui  # noqa: F401 - first of all that uses Qt

# isort: split
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.document.figure import FigureMark
from decision_aid.document.make import make_document
from decision_aid.document.model import SectionId
from decision_aid.domain import Answers, Certainty, Finding, PlaceId, Side, Step, assess
from decision_aid.ui.kit.application import start_application
from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.cards import LargeChoice
from decision_aid.ui.kit.choice import Choices, Option, Tick
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.layouts import EqualColumns, empty
from decision_aid.ui.kit.line_art import IconName
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.segments import Segments
from decision_aid.ui.kit.text import ErrorNote, Note, Text, Title
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES, ThemeName
from decision_aid.ui.kit.window import Window
from decision_aid.ui.kit.words import Words

CASE: Final = Answers(
    (
        Finding(PlaceId("breast_tissue")),
        Finding(PlaceId("nodes_armpit")),
        Finding(PlaceId("liver"), Certainty.SUSPECTED),
    ),
    Side.LEFT,
)
WIDTH: Final = 1100


class Gallery(Window):
    """One column with everything that the windows are made of."""

    def __init__(self, words: Words) -> None:
        """Show every part."""
        super().__init__(words, ThemeName.LIGHT, 100)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        self.inside = QWidget()
        self.inside.setObjectName("content")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(32, 32, 32, 32)
        self.column.setSpacing(16)
        area.setWidget(self.inside)
        outer.addWidget(area)
        self.apply_look()

    def fill(self) -> None:
        """Make every part anew, in the look as it is."""
        empty(self.column)
        for part in parts(self.words, self):
            self.column.addWidget(part)
        self.apply_look()


def parts(words: Words, window: QWidget) -> Iterator[QWidget]:
    """Yield one of each."""
    yield Title(words("where_page.title"))
    yield Text(words("start_page.lead"), "lead")
    yield Text(words("where_page.hint"), "hint")
    chief = PrimaryButton(words("button.see_answer"))
    chief.setProperty("role", "primary")
    yield chief
    yield QPushButton(words("button.back"))
    yield Tick(words("where_page.nothing_farther"))
    sides = [Option(side, words(f"where_page.side_{side}")) for side in Side]
    segments = Segments(sides, words("where_page.side"))
    segments.choose(Side.LEFT)
    yield segments
    choices = Choices(sides, words("where_page.side"))
    choices.choose(Side.RIGHT)
    yield choices
    for certainty in (None, *Certainty):
        card = PlaceCard(PlaceId("liver"), words)
        card.show_certainty(certainty)
        yield card
    asked = PlaceCard(PlaceId("bone"), words)
    asked.show_certainty(Certainty.FOUND)
    asked.ask(None, wanted=True)
    yield asked
    grid = EqualColumns(19)
    cards: tuple[tuple[Step, IconName], ...] = (
        (Step.TREATMENT, "path"),
        (Step.OPTIONS, "compare"),
        (Step.CHECK, "check"),
    )
    for step, icon in cards:
        title, line = words(f"next_page.{step}"), words(f"next_page.{step}_line")
        grid.add(LargeChoice(title, line, icon))
    yield grid
    error, note = ErrorNote(window), Note()
    error.say(words("where_page.nothing_marked"))
    note.say(words("summary_page.printed"))
    yield error
    yield note
    document = make_document(assess(CASE), words.content, None)
    view = DocumentView(document, words, lambda _: None, window)
    sections: tuple[SectionId, ...] = ("answer", "picture", "aim_then", "could_change")
    for name in sections:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        view.section(column, name)
        yield holder
    figure = Figure(words)
    figure.show_side(Side.LEFT)
    figure.show_marks(
        (
            FigureMark(PlaceId("breast_tissue"), Side.LEFT, Certainty.FOUND, "breast"),
            FigureMark(PlaceId("nodes_armpit"), Side.LEFT, Certainty.FOUND, "nearby"),
            FigureMark(PlaceId("liver"), Side.LEFT, Certainty.SUSPECTED, "distant"),
        )
    )
    figure.setFixedHeight(560)
    yield figure


def main(arguments: list[str]) -> int:
    """Open the gallery, or take its pictures."""
    application, words = start_application("en")
    gallery = Gallery(words)
    gallery.resize(WIDTH, 900)
    gallery.fill()
    gallery.show()
    if not arguments:
        return application.exec()
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    directions = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
    for theme in THEMES:
        for size in (TEXT_SIZES[0], TEXT_SIZES[-1]):
            for name, direction in directions.items():
                application.setLayoutDirection(direction)
                gallery.set_theme(theme)
                gallery.set_text_size(size)
                gallery.fill()
                for _ in range(3):
                    QApplication.processEvents()
                picture = gallery.inside.grab()
                picture.save(str(folder / f"{theme}-{size}-{name}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
