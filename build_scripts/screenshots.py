"""Take a picture of every page by going through a whole case in the real window.

    python -m build_scripts.screenshots [FOLDER] [--theme NAME] [--text-size PERCENT]
                                        [--width PIXELS] [--height PIXELS]
    python -m build_scripts.screenshots FOLDER --every-look

Without a folder the pictures of the README are made anew. ``--every-look`` takes every page in
every theme at three sizes, to be looked at: a folder for each.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from decision_aid.domain import FOLLOW_UPS, Certainty, PlaceId, StepKind
from decision_aid.ui.kit.application import load_fonts
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES, ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.window import Wizard

README = Path(__file__).resolve().parent.parent / ".github" / "screenshots"
MARKS = {
    "breast_tissue": Certainty.FOUND,
    "chest_wall": Certainty.FOUND,
    "nodes_armpit": Certainty.FOUND,
    "nodes_above_collarbone": Certainty.SUSPECTED,
    "bone": Certainty.SUSPECTED,
    "liver": Certainty.NOT_FOUND,
    "lung": Certainty.UNKNOWN,
}
EVERY_SIZE = (
    (100, QSize(1120, 760)),
    (150, QSize(800, 600)),
    (200, QSize(768, 1024)),
)
PREVIEW_TAKES = 20_000


def main() -> int:
    """Take the pictures."""
    options = _parser().parse_args()
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    load_fonts()
    if not options.every_look:
        size = QSize(options.width, options.height)
        _take(options.folder, ThemeName(options.theme), options.text_size, size)
        return 0
    for theme in THEMES:
        for percent, size in EVERY_SIZE:
            folder = options.folder / f"{theme}-{size.width()}x{size.height()}-{percent}"
            _take(folder, theme, percent, size)
    return 0


def _take(folder: Path, theme: ThemeName, percent: int, size: QSize) -> None:
    words = Words("en")
    _ = words.content  # so that the first page explains its words too
    wizard = Wizard(words, theme=theme, text_size=percent)
    wizard.resize(size)
    wizard.show()
    wizard.activateWindow()
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(_pages(wizard), 1):
        file = folder / f"{number:02d}-{name}.png"
        with_few_colours(wizard.grab().toImage()).save(str(file))
        print(file)
    wizard.session.clear()
    wizard.close()


def with_few_colours(picture: QImage) -> QImage:
    """Return the picture with its 256 commonest colours, which makes the file small."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    commonest = [colour for colour, _ in counted.most_common(256)]
    flat = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, commonest, flat)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Take a picture of every page.")
    parser.add_argument("folder", nargs="?", type=Path, default=README)
    parser.add_argument("--theme", choices=list(ThemeName), default=ThemeName.LIGHT)
    parser.add_argument("--text-size", type=int, choices=TEXT_SIZES, default=100)
    parser.add_argument("--every-look", action="store_true", help="all themes at three sizes")
    size = QSize(1120, 760)
    parser.add_argument("--width", type=int, default=size.width())
    parser.add_argument("--height", type=int, default=size.height())
    return parser


def _pages(wizard: Wizard) -> Iterator[str]:
    """Yield the name of each page once it is filled in and painted."""
    while True:
        page: Any = wizard.page
        step = page.step
        _answer(wizard)
        QTest.qWait(120)
        yield step.id.replace(":", "-").replace("_", "-")
        if step.kind == "summary":
            return
        wizard.go_on()


def _answer(wizard: Wizard) -> None:
    """Answer the page that is shown, if it asks something, as somebody might."""
    answer = _ANSWERS.get(wizard.page.step.kind)
    if answer is not None:
        answer(wizard)


def _choose(answer: str) -> Callable[[Wizard], None]:
    def choose(wizard: Wizard) -> None:
        page: Any = wizard.page
        page.choices.button(answer).click()

    return choose


def _say_more(wizard: Wizard) -> None:
    page: Any = wizard.page
    page.choices.button(next(iter(FOLLOW_UPS[page.place].answers))).click()


def _tell_biology(wizard: Wizard) -> None:
    page: Any = wizard.page
    page.choices["er"].button("positive").click()
    page.choices["her2"].button("negative").click()


def _pick_two(wizard: Wizard) -> None:
    page: Any = wizard.page
    for _, row in page.rows[:2]:
        row.tick.click()


def _rate_first(wizard: Wizard) -> None:
    page: Any = wizard.page
    next(iter(page.rows.values())).choices.button("a_lot").click()


def _try_first(wizard: Wizard) -> None:
    page: Any = wizard.page
    next(iter(page.checks.values())).button("yes").click()


def _wait_for_preview(wizard: Wizard) -> None:
    page: Any = wizard.page
    for _ in range(PREVIEW_TAKES // 50):
        if page.preview.is_drawn:
            return
        QTest.qWait(50)


def _mark(wizard: Wizard) -> None:
    page: Any = wizard.page
    rows = page.rows
    here = [PlaceId(place) for place in MARKS if place in rows]
    for place in here:
        wizard.session.mark(place, None, MARKS[place])
    page.enter()
    if here:
        page.show_place(here[0])
        QTest.qWait(50)
        page.verticalScrollBar().setValue(0)


_ANSWERS: Final[dict[StepKind, Callable[[Wizard], None]]] = {
    StepKind.SIDE: _choose("left"),
    StepKind.TIMING: _choose("first"),
    StepKind.FOLLOW_UP: _say_more,
    StepKind.PLACES: _mark,
    StepKind.BIOLOGY: _tell_biology,
    StepKind.OPTIONS: _pick_two,
    StepKind.VALUES: _rate_first,
    StepKind.CHECK: _try_first,
    StepKind.SUMMARY: _wait_for_preview,
}


if __name__ == "__main__":
    sys.exit(main())
