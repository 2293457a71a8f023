"""What there is to decide, side by side, what matters, and what is too old: on every surface."""

import datetime as dt
import io
import re

import pikepdf
import pytest

from decision_aid.content import load
from decision_aid.content.reviews import CHECKED_EVERY
from decision_aid.document.deciding_blocks import Comparison
from decision_aid.document.draft import USUAL_SECTIONS
from decision_aid.document.html import render_html
from decision_aid.document.model import Document
from decision_aid.document.pdf import render_pdf
from decision_aid.document.text import render_text
from decision_aid.domain import Answers, PlaceId, all_options
from decision_aid.storage.answers import answers_from, parse_answers
from tests.document.conftest import made

DAY = dt.date(2026, 11, 24)


def answers(**said: object) -> Answers:
    return answers_from({"schema": 1, "findings": [{"place": "breast_tissue"}], **said})


def summary(**said: object) -> Document:
    return made(answers(**said), DAY)


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def pdf_text(one: Document, **options: object) -> str:
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(render_pdf(one, **options)))  # type: ignore[arg-type]
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    return " ".join(" ".join(pages).split())


def test_without_the_reasons_the_picture_of_the_two_words_stays_off_paper() -> None:
    for sections, stands in (([], False), (["limits"], False), (["why"], True), (None, True)):
        picture = summary(sections=sections).section("picture")
        assert picture is not None
        assert (picture.page == "detail") is stands


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
            assert made(answers(**case, compared=[option]), DAY).sections


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
    assert "from which years it is" not in plain(render_text(summary()))
    assert "from which years it is" in plain(render_text(summary(sections=["numbers"])))


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
    text = plain(render_text(made(answers(findings=findings), DAY)))
    assert says in text
    assert "Call the emergency number" in text


def test_every_situation_that_can_come_is_on_paper_with_the_signs_of_an_emergency() -> None:
    findings = [{"place": place} for place in ("bone", "brain", "lung", "liver")]
    receptors = {"er": "negative", "pr": "negative", "her2": "negative"}
    text = plain(render_text(made(answers(findings=findings, biology=receptors), DAY)))
    for says in (
        "With cancer in bone:",
        "With cancer in the brain:",
        "With cancer in the lung or its lining:",
        "With cancer in the liver:",
        "On chemotherapy: a fever",
        "On immunotherapy or newer drugs:",
        "weakness on one side",
    ):
        assert says in text, says
    assert "On hormone medicine:" not in text


def test_nobody_is_told_to_have_cancer_who_was_not_told_so() -> None:
    for place in ("lobules_only", "not_carcinoma"):
        one = made(answers(side="right", came_back=False, findings=[{"place": place}]), DAY)
        text = plain(render_text(one))
        assert "The cancer is in" not in text
        assert "I have breast cancer for the first time" not in text
    waiting = [{"place": "breast_tissue", "certainty": "suspected"}]
    open_case = made(answers(side="left", came_back=True, findings=waiting), DAY)
    text = plain(render_text(open_case))
    assert "It is about my left breast. I have had breast cancer before." in text


def test_the_word_of_a_report_stands_only_beside_what_was_found() -> None:
    findings = [{"place": "breast_tissue"}, {"place": "liver", "certainty": "suspected"}]
    text = plain(render_text(made(answers(findings=findings), DAY)))
    assert load().place(PlaceId("breast_tissue")).medical_term in text
    assert "metastasis, M1" not in text


def test_what_nobody_has_said_yet_and_options_depend_on_is_asked_on_paper() -> None:
    content = load()
    for said in ({}, {"sure": dict.fromkeys(("sure", "understand", "encouragement"), False)}):
        text = plain(render_text(summary(**said)))
        for question in ("er_pr_her2", "menopause_and_drugs", "inherited_test"):
            assert content.question(question) in text, (said, question)


def test_the_page_on_what_matters_comes_along_with_the_question_about_it() -> None:
    said = {"values": {"travel": "a_lot"}, "sure": {"risk_benefit": False}}
    text = plain(render_text(summary(**said)))
    assert "Here is what matters most to me." in text
    assert "MATTERS A LOT TO ME: FEWER TRIPS" in text.upper()


def test_the_list_of_words_is_printed_for_whoever_chose_it() -> None:
    picked = ["lumpectomy_radiation", "mastectomy", "chemotherapy"]
    chosen = ["why", "comparison", "decisions", "same_day", "treatment", "words"]
    one = summary(compared=picked, sections=chosen)
    assert "sentinel node: The first lymph node" in pdf_text(one)


def test_each_page_says_that_no_clinician_has_reviewed_the_words() -> None:
    raw = render_pdf(summary())
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        count = len(pdf.pages)
    assert pdf_text(summary()).count("Not yet reviewed by a clinician.") == count


@pytest.mark.parametrize(
    "part", ["options/mastectomy", "same_day/after_surgery", "numbers/localized"]
)
def test_one_old_word_anywhere_in_the_case_brings_the_banner(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = load()
    topic = content.topic(part)
    old = topic.head._replace(last_checked=DAY - CHECKED_EVERY * 2)
    monkeypatch.setitem(content._topics, part, topic._replace(head=old))
    assert "over a year ago" in made(answers(), DAY).banner


def test_words_checked_over_a_year_ago_say_so_at_the_top_everywhere() -> None:
    late = DAY + CHECKED_EVERY + dt.timedelta(days=1)
    fresh, old = summary(), made(answers(), DAY, today=late)
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
