"""Colours that can be read, text that grows, nothing clipped."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from decision_aid.ui.kit.style import style_sheet
from decision_aid.ui.kit.theme import (
    TEXT_SIZES,
    THEMES,
    Look,
    ThemeName,
    contrast,
    nearest_text_size,
    usual_text_size,
)
from tests.ui.every_page import open_all, pages, settle
from tests.ui.measures import box, name
from tests.ui.person import Person

BODY = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("ink_soft", "paper"),
    ("ink_soft", "surface"),
    ("highlight_ink", "highlight"),
    ("ink", "highlight"),
]
OTHER_WORDS = [
    ("accent_ink", "accent"),
    ("accent_ink", "accent_strong"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("accent", "highlight"),
    *((f"{name}", "surface") for name in ("in_place", "breast", "nearby", "distant", "other")),
    *(("on_distance", name) for name in ("in_place", "breast", "nearby", "distant", "other")),
]
SHAPES = [
    ("line", "paper"),
    ("line", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "accent_soft"),
    # The ring of the focus around a filled button is parted from it by a gap in this color.
    ("surface", "accent"),
    ("surface", "accent_strong"),
    ("highlight_ink", "paper"),
    *((line, "tissue") for line in ("in_place", "breast", "nearby", "distant", "other", "focus")),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("pairs", "least"),
    [(BODY, 7), (OTHER_WORDS, 4.5), (SHAPES, 3)],
    ids=["body", "words", "shapes"],
)
def test_contrast(theme: ThemeName, pairs: list[tuple[str, str]], least: float) -> None:
    colours = THEMES[theme].colours()
    low = {
        f"{front} on {back}": round(contrast(colours[front], colours[back]), 2)
        for front, back in pairs
        if contrast(colours[front], colours[back]) < least
    }
    assert low == {}


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_colour_of_the_style_sheet_is_filled_in(size: int) -> None:
    assert "$" not in style_sheet(Look(THEMES[ThemeName.LIGHT], size))


def test_the_text_size_asked_for_is_the_nearest_offered() -> None:
    assert [nearest_text_size(p) for p in (80, 130, 200, 500)] == [100, 125, 200, 200]


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1080), 100), ((2560, 1440), 100), ((3840, 2160), 150), ((3840, 1080), 100)],
    ids=str,
)
def test_everything_begins_larger_on_a_very_large_screen(
    screen: tuple[int, int], size: int
) -> None:
    assert usual_text_size(*screen) == size


def test_text_size_and_colours_change_at_once_and_keep_the_page(person: Person) -> None:
    page = person.go_to("where")
    before = page.title.font().pixelSize()
    person.wizard.set_text_size(200)
    person.wizard.set_theme(ThemeName.DARK)
    assert person.page is page
    assert page.title.font().pixelSize() == 2 * before
    assert page.title.palette().windowText().color().name() == THEMES[ThemeName.DARK].ink.lower()


def test_the_panel_changes_the_text_size(person: Person) -> None:
    person.press(person.wizard.header.look)
    button = next(b for b in person.wizard.findChildren(QAbstractButton) if b.text() == "150 %")
    person.press(button)
    assert person.wizard.current_look.percent == 150


def test_no_measure_depends_on_the_theme(person: Person) -> None:
    wizard = person.wizard
    _ = wizard.words.content
    wizard.set_text_size(150)
    wizard.resize(800, 600)
    for page in pages(person):
        page.explain_words()  # else the first page gets its words in the midst of it
        if page.step != "options":  # the longest by far, of the same parts as the others
            open_all(page)
        measures = {}
        for theme in THEMES:
            wizard.set_theme(theme)
            settle(wizard)
            parts = wizard.findChildren(QWidget)
            measures[theme] = [(name(w), box(w, wizard).getRect()) for w in parts if w.isVisible()]
        first = measures[ThemeName.LIGHT]
        assert all(other == first for other in measures.values()), page.step
        page.error.clear()
