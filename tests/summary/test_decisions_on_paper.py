"""What there is to decide, side by side, what matters, and what is too old: on every surface."""

import datetime as dt
import io
import re

import pikepdf
import pytest

from decision_aid.content import load
from decision_aid.content.freshness import CHECKED_EVERY
from decision_aid.domain import all_options
from decision_aid.storage.answers import AnswersInput, parse_answers
from decision_aid.storage.model import Answers
from decision_aid.summary.build import USUAL_SECTIONS, build
from decision_aid.summary.html import render_html
from decision_aid.summary.model import Comparison, Summary
from decision_aid.summary.pdf import render_pdf
from decision_aid.summary.text import render_text

DAY = dt.date(2026, 11, 24)


def answers(**said: object) -> Answers:
    return AnswersInput.model_validate(
        {"schema": 1, "findings": [{"place": "breast_tissue"}], **said}
    ).answers()


def summary(**said: object) -> Summary:
    return build(answers(**said), load(), DAY)


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def pdf_text(one: Summary, **options: object) -> str:
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(render_pdf(one, **options)))  # type: ignore[arg-type]
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    return " ".join(" ".join(pages).split())


def test_the_decisions_of_the_case_stand_on_paper_with_every_option() -> None:
    one = summary()
    text = plain(render_text(one))
    content = load()
    for title in ("Surgery first, or drugs first?", "Which drugs for the whole body?"):
        assert title in text
    assert content.topic("options/staying_flat").title in text
    assert "Depends on a test result" in text


def test_what_is_known_takes_the_mark_away() -> None:
    known = {"er": "positive", "pr": "positive", "her2": "negative", "menopause": "after"}
    text = plain(render_text(summary(biology={**known, "inherited": "not_found"})))
    assert "Hormone medicine;" in text
    assert "Depends on a test result" not in text


@pytest.mark.parametrize("large_print", [False, True])
def test_picked_options_stand_side_by_side_on_every_surface(large_print: bool) -> None:
    one = summary(compared=["lumpectomy_radiation", "mastectomy"])
    content = load()
    surfaces = {
        "text": plain(render_text(one)),
        "html": plain(render_html(one)),
        "pdf": pdf_text(one, large_print=large_print),
    }
    (block,) = (b for s in one.sections for b in s.blocks if isinstance(b, Comparison))
    assert [len(row.cells) for row in block.rows] == [2] * 6
    for option in ("lumpectomy_radiation", "mastectomy"):
        topic = content.topic(f"options/{option}")
        first = topic.section("good")[0].items[0].text  # type: ignore[union-attr]
        for name, text in surfaces.items():
            assert first in text, (name, option)


def test_the_table_of_options_has_header_cells_in_the_pdf() -> None:
    raw = render_pdf(summary(compared=["mastectomy", "staying_flat"]))
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        parts = [part for part in pdf.objects if isinstance(part, pikepdf.Dictionary)]
        headers = [part for part in parts if part.get("/S") == "/TH"]
    assert len(headers) >= 3 + 3


def test_every_option_can_be_printed() -> None:
    cases = (
        {"findings": [{"place": "breast_tissue"}, {"place": "nodes_armpit"}]},
        {"findings": [{"place": "bone"}, {"place": "breast_tissue"}]},
        {"findings": [{"place": "ducts_only"}]},
    )
    for case in cases:
        for option in sorted(all_options()):
            assert build(answers(**case, compared=[option]), load(), DAY).sections


def test_what_matters_and_sure_are_on_paper_only_if_chosen() -> None:
    said = {"values": {"travel": "a_lot", "cost": "some"}, "sure": {"sure": False}}
    usual = plain(render_text(summary(**said)))
    assert "Matters a lot" not in usual
    assert "Before I decide" not in usual
    assert "Can we go through my options again?" in usual
    chosen = plain(render_text(summary(**said, sections=["values", "sure"])))
    assert "MATTERS A LOT TO ME: FEWER TRIPS" in chosen.upper()
    assert "Do you feel sure which choice is right for you? No." in chosen


def test_numbers_are_never_on_paper_unless_chosen() -> None:
    assert "numbers" not in USUAL_SECTIONS
    assert "of 100" not in render_text(summary())
    assert "of 100 such women" in plain(render_text(summary(sections=["numbers"])))


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        ([{"place": "breast_tissue"}], "After surgery: a fever"),
        ([{"place": "brain"}], "With cancer in the brain: headaches"),
        ([{"place": "bone", "detail": "away_from_the_tumor"}], "new weakness or numbness"),
        ([{"place": "ducts_only"}], "After surgery: a fever"),
    ],
)
def test_when_to_call_the_same_day_fits_the_situation(
    findings: list[dict[str, str]], says: str
) -> None:
    findings = [{k: v for k, v in f.items() if k != "detail"} for f in findings]
    text = plain(render_text(build(answers(findings=findings), load(), DAY)))
    assert says in text
    assert "Call the emergency number" in text


def test_words_checked_over_a_year_ago_say_so_at_the_top_everywhere() -> None:
    late = DAY + CHECKED_EVERY + dt.timedelta(days=1)
    fresh, old = summary(), build(answers(), load(), DAY, today=late)
    assert fresh.banner == ""
    says = "That is over a year ago. Ask your care team what has changed since."
    assert says in old.banner
    assert plain(render_text(old)).index(says) < plain(render_text(old)).index("Show this page")
    assert plain(render_html(old)).index(says) < plain(render_html(old)).index("Show this page")
    assert says in pdf_text(old)
    for text in (render_text(fresh), plain(render_html(fresh)), pdf_text(fresh)):
        assert "over a year ago" not in text


def test_a_file_from_before_these_questions_is_still_read() -> None:
    old = b'{"schema": 1, "side": "left", "findings": [{"place": "bone"}], "values": {}}'
    assert parse_answers(old).sections is None
