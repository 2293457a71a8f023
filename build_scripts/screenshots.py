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
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.clinic.policy import ClinicPolicy, LoadedPolicy
from decision_aid.domain import CARDS, WAY, Certainty, PlaceId, Step
from decision_aid.ui.counselor.display import DisplayKind
from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kiosk.app import text_size_for
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.application import load_fonts
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES, ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.window import Wizard

README = Path(__file__).resolve().parent.parent / ".github" / "screenshots"
MARKS = {
    "breast_tissue": Certainty.FOUND,
    "nodes_armpit": Certainty.FOUND,
    "liver": Certainty.SUSPECTED,
}
EVERY_SIZE = (
    (100, QSize(1120, 760)),
    (150, QSize(800, 600)),
    (200, QSize(768, 1024)),
)
USUAL_SIZE = QSize(1366, 720)
"""What a small laptop leaves beside its own bars."""
KIOSK = QSize(1080, 1920)
LINE = "R IDC, 2/3 nodes, liver MRI pending, asks for Tuesday"
PREVIEW_TAKES = 20_000
SETTLES_WITHIN = 900


def main() -> int:
    """Take the pictures."""
    options = _parser().parse_args()
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    load_fonts()
    if not options.every_look:
        size = QSize(options.width, options.height)
        _take(options.folder, ThemeName(options.theme), options.text_size, size)
        _take_kiosk(options.folder)
        _take_counselor(options.folder)
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
        _save(wizard, folder / f"{number:02d}-{name}.png")
    wizard.session.clear()
    wizard.close()


def _take_kiosk(folder: Path) -> None:
    """Take the way to the answer on the upright screen of a kiosk."""
    loaded = LoadedPolicy(ClinicPolicy(), (), None)
    size = text_size_for(KIOSK.width(), KIOSK.height())
    window = KioskWindow(Words("en"), loaded, theme=ThemeName.LIGHT, text_size=size)
    window.resize(KIOSK)
    window.show()
    for step in WAY[:3]:
        window.navigator.open(step)
        if step is Step.WHERE:
            _mark(window)
        _save_half(window, folder / f"kiosk-{step}.png")
    window.navigator.open(Step.SUMMARY)
    page: Any = window.page
    page.show_code()
    page.phone.pages.button("own").click()
    _save_half(page.phone, folder / "kiosk-phone.png")
    window.clear()


def _take_counselor(folder: Path) -> None:
    """Take a line while it is typed, what if, and what the person sees of it."""
    window = CounselorWindow(Words("en"), theme=ThemeName.LIGHT)
    window.resize(USUAL_SIZE)
    window.show()
    QTest.keyClicks(window.entry.line, LINE)
    _save(window, folder / "counselor-typing.png")
    QTest.keyClick(window.entry.line, Qt.Key.Key_Return)
    window.show_part("what_if")
    window.what_if_panel.offers[0].click()
    _save(window, folder / "counselor-what-if.png")
    window.show_part("result")
    window.show_to_person(DisplayKind.ANSWER)
    assert window.person.window is not None
    window.person.window.resize(USUAL_SIZE)
    _save(window.person.window, folder / "counselor-person.png")
    window.session.mark_saved()
    window.close()


def _save(window: QWidget, file: Path) -> None:
    QTest.qWait(SETTLES_WITHIN)
    with_few_colours(window.grab().toImage()).save(str(file))
    print(file)


def _save_half(window: QWidget, file: Path) -> None:
    QTest.qWait(SETTLES_WITHIN)
    smooth = Qt.TransformationMode.SmoothTransformation
    half = window.grab().toImage().scaledToWidth(window.width() // 2, smooth)
    with_few_colours(half).save(str(file))
    print(file)


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
    parser.add_argument("--width", type=int, default=USUAL_SIZE.width())
    parser.add_argument("--height", type=int, default=USUAL_SIZE.height())
    return parser


def _pages(wizard: Wizard) -> Iterator[str]:
    """Yield the name of each page once it is filled in and painted: the way, with all its cards."""
    for step in (Step.START, Step.WAITING, *WAY[1:-1], *CARDS, WAY[-1]):
        wizard.navigator.open(step)
        fill = _FILLED_IN.get(step)
        if fill is not None:
            fill(wizard)
        yield step


def _mark(wizard: Wizard) -> None:
    page: Any = wizard.page
    page.sides.buttons["left"].click()
    page.timing.buttons["first"].click()
    for place, certainty in MARKS.items():
        page.session.mark(PlaceId(place), None, certainty)


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


_FILLED_IN: Final[dict[Step, Callable[[Wizard], None]]] = {
    Step.WHERE: _mark,
    Step.BIOLOGY: _tell_biology,
    Step.OPTIONS: _pick_two,
    Step.VALUES: _rate_first,
    Step.CHECK: _try_first,
    Step.SUMMARY: _wait_for_preview,
}


if __name__ == "__main__":
    sys.exit(main())
