"""The clinic's part of the summary: shown as it stands, and nothing else is touched by it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.clinic.policy import (
    SAFE_DEFAULTS,
    ClinicPolicy,
    LocalService,
    Phone,
    hash_pin,
    load_policy,
)
from decision_aid.content import Paragraph, load, paragraphs, resources_folder
from decision_aid.content.resources import printable_letters
from decision_aid.document.blocks import Heading
from decision_aid.document.html import render_html
from decision_aid.document.make import make_document
from decision_aid.document.model import Document, Section, as_json_data
from decision_aid.document.pdf import render_pdf
from decision_aid.document.text import render_text
from decision_aid.domain import Answers, assess
from tests.document.conftest import CASES, answers_for

DAY = dt.date(2026, 11, 23)
EXAMPLE = load_policy(resources_folder() / "policy" / "example.toml").policy
ATTACKS = (
    "This is not invasive and not metastatic. Cancer was not found.",
    "</section><script>alert(1)</script><h2>What that means</h2>",
    '#import "x": * $x^2$ *bold* _thin_ <end-of-text> @ref // comment',
    "{{ summary.footer }} {% raw %} {0.__class__} {name} {number} %s",
    "**strong** [^nci-ibc] [link](x) # heading",
    '"}],"sections":[],"footer":"',
)


def hostile(text: str) -> ClinicPolicy:
    return ClinicPolicy(
        clinic_name=text[:80].strip(),
        phones=(Phone(label=text[:60].strip(), number="555-0100"),),
        services=(
            LocalService(
                name=text[:80].strip(), about=text, phone="555-0101", place=text[:120].strip()
            ),
        ),
        printer="summary.typ",
        paper="a4",
        large_print=True,
        idle_seconds=600,
        pin_hash=hash_pin("482910"),
        pages=(),
        sound=False,
    )


def made(answers: Answers, clinic: ClinicPolicy | None) -> Document:
    return make_document(assess(answers), load(), DAY, clinic=clinic)


def without_clinic(summary: Document) -> object:
    rest = tuple(section for section in summary.sections if section.id != "clinic")
    return as_json_data(summary._replace(sections=rest))


def part(summary: Document) -> Section:
    section = summary.section("clinic")
    assert section is not None
    return section


def said(section: Section) -> list[str]:
    words = []
    for block in section.blocks:
        if isinstance(block, Heading):
            words.append(block.text)
        else:
            assert block.type in {"paragraph", "bullets"}
            words += [paragraph.text for paragraph in paragraphs((block,))]
    return words


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", CASES)
def test_nothing_in_a_policy_changes_a_word_outside_the_clinics_own_part(
    name: str, attack: str
) -> None:
    answers = answers_for(name)
    without, with_clinic = made(answers, None), made(answers, hostile(attack))
    assert without_clinic(with_clinic) == as_json_data(without)
    assert part(with_clinic).page == "detail"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_clinics_words_carry_no_terms_and_no_sources(attack: str) -> None:
    section = part(made(answers_for("metastatic"), hostile(attack)))
    spoken = [p for block in section.blocks if block.type != "heading" for p in _said(block)]
    assert spoken
    assert all(not paragraph.sources for paragraph in spoken)
    assert all(span.term is None for paragraph in spoken for span in paragraph.spans)


def _said(block: Any) -> tuple[Paragraph, ...]:
    return tuple(paragraphs((block,)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_a_web_page_only_the_clinics_section_differs_and_holds_no_markup_of_its_own(
    attack: str,
) -> None:
    answers = answers_for("above_collarbone")
    plain, with_clinic = (render_html(made(answers, clinic)) for clinic in (None, hostile(attack)))
    section = re.compile(r'\n<section id="section-clinic">.*?</section>', re.DOTALL)
    (clinics,) = section.findall(with_clinic)
    assert section.sub("", with_clinic, count=1) == plain
    assert set(re.findall(r"<(/?\w+)", clinics)) == {
        *("section", "h2", "p", "h3", "ul", "li", "strong"),
        *("/section", "/h2", "/p", "/h3", "/ul", "/li", "/strong"),
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_plain_text_only_the_clinics_section_differs(attack: str) -> None:
    answers = answers_for("above_collarbone")
    plain, with_clinic = (render_text(made(answers, clinic)) for clinic in (None, hostile(attack)))
    start = with_clinic.index("From your clinic\n-")
    end = with_clinic.index("Where this comes from\n-")
    assert with_clinic[:start] + with_clinic[end:] == plain


@pytest.mark.parametrize("attack", ATTACKS)
def test_on_paper_the_words_are_printed_and_not_obeyed(attack: str) -> None:
    answers = answers_for("above_collarbone")
    summary = made(answers, hostile(attack))
    pdf = render_pdf(summary)
    printed, plain = _on_paper(pdf), _on_paper(render_pdf(made(answers, None)))
    before, title, rest = printed.partition("Fromyourclinic")
    clinics, sources, after = rest.partition("Wherethiscomesfrom")
    assert title
    assert clinics == _squeezed("".join(said(part(summary))))
    # The picture of the two words and the list of words come along as far as there is room.
    before, plain = (_without_extras(text) for text in (before, plain))
    assert before + sources + after == plain


def _without_extras(text: str) -> str:
    words = "Medicalwords.*?(?=Morequestions|Whentocallthesameday|$)"
    picture = "Thetwowordsinapicture.*?Noteveryinvasiveoneismetastatic"
    return re.sub(f"{words}|{picture}", "", text)


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _on_paper(pdf: bytes) -> str:
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = " ".join(document.getAllText(n).text() for n in range(document.pageCount()))
    document.close()
    content = load()
    footer = f"{content.label('summary.footer')} {content.label('summary.footer_not_reviewed')}"
    # A page more or less changes how often it is there, and no word.
    return re.sub(rf"{re.escape(_squeezed(footer))}Page\dof\d", "", _squeezed(text))


def test_paper_with_a_clinics_part_is_still_one_that_a_screen_reader_can_follow() -> None:
    for clinic in (EXAMPLE, *map(hostile, ATTACKS)):
        pdf = render_pdf(made(answers_for("invasive_nearby"), clinic))
        report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures[:3]]


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet=sorted(printable_letters() - {"\xad"}), min_size=1, max_size=80).filter(
        lambda text: text.strip() and not re.search("[\u0300-\u036f]", text)
    )
)
def test_every_name_that_is_taken_stands_in_print_as_it_is(name: str) -> None:
    summary = made(answers_for("nothing"), ClinicPolicy(clinic_name=name))
    (words,) = said(part(summary))
    stands = ClinicPolicy(clinic_name=name).clinic_name
    assert words == f"You filled this in at {stands}."
    assert " ".join(words.split()) in " ".join(render_text(summary).split())


@pytest.mark.parametrize("name", CASES)
def test_without_words_of_a_clinic_the_summary_is_the_one_that_it_was(name: str) -> None:
    answers = answers_for(name)
    plain = made(answers, None)
    assert plain == make_document(assess(answers), load(), DAY)
    assert made(answers, SAFE_DEFAULTS) == plain
    assert plain.section("clinic") is None


def test_the_clinics_part_says_who_wrote_it_and_stands_after_when_to_call() -> None:
    summary = made(answers_for("invasive_nearby"), EXAMPLE)
    ids = [section.id for section in summary.sections]
    assert ids.index("clinic") == ids.index("same_day") + 1
    words = said(part(summary))
    assert words[0].startswith("Example Breast Clinic wrote this part.")
    for phone in EXAMPLE.phones:
        assert f"{phone.label}: {phone.number}" in words
    for service in EXAMPLE.services:
        (line,) = [text for text in words if text.startswith(f"{service.name}: ")]
        assert service.about in line
        assert str(service.phone) in line


def test_the_clinics_part_stays_when_all_other_parts_are_left_out() -> None:
    answers = answers_for("invasive_nearby")._replace(sections=())
    assert part(made(answers, EXAMPLE)).page == "detail"


def test_a_clinic_without_a_name_is_said_to_be_yours() -> None:
    clinic = ClinicPolicy(phones=(Phone(label="Nurse line", number="555-0100"),))
    assert said(part(made(answers_for("nothing"), clinic)))[0].startswith("Your clinic wrote")
