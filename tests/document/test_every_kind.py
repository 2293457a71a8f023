"""Every renderer shows every kind of block: one that misses a kind, or a word of it, fails here."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final, get_args

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from decision_aid.content import Bullets, Paragraph, Span, load
from decision_aid.document import blocks as kinds
from decision_aid.document import deciding_blocks as deciding
from decision_aid.document.blocks import Block, with_each_paragraph, without_terms
from decision_aid.document.deciding import ASPECTS
from decision_aid.document.handoff import block_lines
from decision_aid.document.html import render_html
from decision_aid.document.icon_arrays import Arm, IconArrays
from decision_aid.document.model import Document, Section
from decision_aid.document.pdf import render_pdf
from decision_aid.document.picture_blocks import BodyPicture, KeyItem, PictureKey, RingMark, Rings
from decision_aid.document.text import render_text
from decision_aid.domain import (
    Certainty,
    CheckId,
    DecisionId,
    OptionId,
    QuestionId,
    Reply,
    SureItem,
    ValueId,
)
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.words import Words
from tests.document.reading import pdf_text


class _Word:
    """Makes a word that stands nowhere else."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        return f"Zorb{self.made:03d}x"


_word: Final = _Word()


def _said() -> Paragraph:
    return Paragraph((Span(_word()), Span(" "), Span(_word(), strong=True, term="tumor")))


def _bullets() -> Bullets:
    return Bullets((_said(), _said()))


def _option() -> deciding.Option:
    title = _word()
    return deciding.Option(
        id=OptionId("mastectomy"),
        title=title,
        depends_on=(),
        condition="",
        conditional_title=title,
        aspects=tuple(deciding.Aspect(aspect, _word(), (_said(),)) for aspect in ASPECTS),
    )


SAMPLES: Final[dict[type, Block]] = {
    type(block): block
    for block in (
        _said(),
        _bullets(),
        kinds.Heading(_word()),
        kinds.Answer(
            (kinds.Verdict(_word(), "yes", _word()), kinds.Verdict(_word(), "no", _word())),
            (_said(), _said()),
            (_word(), _word()),
            "distant",
            _word(),
            _word(),
        ),
        kinds.Findings(
            _word(),
            (_word(), _word(), _word()),
            (kinds.FindingRow(_word(), _word(), _word(), _word(), "breast"),),
        ),
        Rings(
            (RingMark("invasive", _word()),),
            {"in_situ": _word(), "invasive": _word(), "metastatic": _word()},
            _word(),
            _word(),
        ),
        BodyPicture("body", "woman", turned=False, marks=(), caption=_word(), alternative=_word()),
        PictureKey((KeyItem("Found", _word(), certainty=Certainty.FOUND),), _word()),
        IconArrays(_word(), (Arm(_word(), 3, _word()), Arm(_word(), 5, _word())), _said(), _word()),
        deciding.Decision(DecisionId("nodes"), _word(), (), (_said(),), (_option(), _option())),
        deciding.compared((_option(), _option()), _word(), _word()),
        deciding.Value(ValueId("travel"), _word(), _word(), _bullets()),
        deciding.Check(CheckId("a_check"), _word(), Reply.YES, _said(), _said(), _word()),
        deciding.SureQuestion(SureItem.SURE, _word(), QuestionId("trial"), _word()),
        kinds.Questions(_word(), (kinds.Question("own", _word(), _word()),), 1),
        kinds.WriteIn(_word(), 1),
        kinds.Callout(_word(), (_said(), _bullets())),
        kinds.Terms((kinds.TermItem(_word(), (Span(_word()),)),)),
        kinds.Sources((kinds.SourceItem(1, _word(), _word(), _word(), "https://zorb.example"),)),
    )
}

NOT_SEEN: Final[dict[str, dict[type, set[str]]]] = {
    # A picture is told in words only where it cannot be seen, and its key in signs.
    "html": {BodyPicture: set(), PictureKey: {"said"}},
    "pdf": {
        Rings: {"labels", "marks", "alternative"},
        BodyPicture: {"caption", "alternative"},
        PictureKey: {"said"},
        IconArrays: {"arms"},
        deciding.Comparison: {"caption"},
        kinds.Findings: {"caption"},
    },
    "text": {
        Rings: {"labels", "marks"},
        BodyPicture: {"caption"},
        PictureKey: {"word"},
        IconArrays: {"arms"},
        deciding.Comparison: {"corner"},
        kinds.Findings: {"columns"},
    },
    "screen": {
        Rings: {"labels", "marks"},
        PictureKey: {"said", "word"},
        IconArrays: {"arms"},
        deciding.Comparison: {"corner"},
        kinds.Findings: {"columns"},
    },
}
"""What a surface says in another way: in the picture itself, as an accessible name or a sign."""


def _words(part: Any, left_out: set[str] = frozenset()) -> Iterator[str]:  # type: ignore[assignment]
    if isinstance(part, str):
        yield from re.findall(r"Zorb\d+x", part)
    elif hasattr(part, "_asdict"):
        yield from _words(part._asdict(), left_out)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in left_out:
                yield from _words(value, left_out)
    elif isinstance(part, tuple):
        for value in part:
            yield from _words(value, left_out)


def _document(*blocks: Block) -> Document:
    return Document(
        language="en",
        title="Title",
        made_on="",
        banner="",
        sections=(Section("why", "Why", blocks, "detail"),),
        source_numbers={},
        footer="",
        page_label="{page} {pages}",
        words_need_room=False,
    )


def _missing(surface: str, block: Block, shown: str) -> list[str]:
    left_out = NOT_SEEN[surface].get(type(block), set())
    return [word for word in _words(block, left_out) if word not in shown]


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(SAMPLES) == set(get_args(Block))


@pytest.fixture(params=SAMPLES.values(), ids=lambda block: block.type)
def block(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_the_web_page_shows_every_word(block: Block) -> None:
    shown = html.unescape(render_html(_document(block)))
    assert _missing("html", block, shown) == []


def test_the_text_shows_every_word(block: Block) -> None:
    shown = render_text(_document(block))
    assert [w for w in _missing("text", block, shown) if w.upper() not in shown] == []


def test_the_pdf_shows_every_word(block: Block) -> None:
    shown = unicodedata.normalize("NFKC", pdf_text(render_pdf(_document(block))))
    assert _missing("pdf", block, shown) == []


def test_a_kind_that_a_template_does_not_know_stops_it() -> None:
    class Unknown(kinds.Heading):
        pass

    strange: Any = Unknown("words")._replace(type="strange")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="strange"):
        render_html(_document(strange))
    with pytest.raises(RuntimeError, match="strange"):
        render_pdf(_document(strange))


def test_the_screen_shows_every_word(block: Block, qtbot: Any) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    BlocksView({}, Words("en"), None, page).blocks(QVBoxLayout(page), [block])
    seen = [label.text() for label in page.findChildren(QLabel)]
    seen += [button.text() for button in page.findChildren(QPushButton)]
    seen += [part.accessibleName() for part in page.findChildren(QWidget)]
    assert _missing("screen", block, " ".join(seen)) == []


def test_a_phone_is_told_something_of_every_kind_but_what_is_written_by_hand(block: Block) -> None:
    lines = " ".join(block_lines(block, load()))
    assert any(word in lines for word in _words(block)) is not isinstance(block, kinds.WriteIn)


def test_every_statement_of_every_kind_can_be_changed(block: Block) -> None:
    (changed,) = without_terms([block])
    assert "term='tumor'" not in str(changed)
    assert with_each_paragraph(block, lambda paragraph: paragraph) == block
