"""The LOINC numbers of tests and answers that are read.

Sources, by their ids in ``sources.toml``: ``mcode-tumor-markers`` for the tests of ER, PR and HER2,
``mcode-stu4`` for the tests and answers of stage, grade, kind of tissue and node counts.
"""

from __future__ import annotations

from typing import Final

from decision_aid.domain.biology import Grade

SOURCES: Final = frozenset({"mcode-stu4", "mcode-tumor-markers"})

RECEPTOR_TESTS: Final[dict[str, str]] = {
    "85337-4": "er",
    "40556-3": "er",
    "16112-5": "er",
    "85339-0": "pr",
    "40557-1": "pr",
    "16113-3": "pr",
    "48676-1": "her2",
    "85319-2": "her2",
    "85318-4": "her2",
    "18474-7": "her2",
    "31150-6": "her2",
}

RESULTS: Final[dict[str, str]] = {"LA6576-8": "positive", "LA6577-6": "negative"}

HER2_SCORES: Final[dict[str, str]] = {
    "LA6111-4": "0",
    "LA11841-6": "1+",
    "LA11842-4": "2+",
    "LA11843-2": "3+",
}

OBSERVED: Final[dict[str, tuple[str, str]]] = {
    "21905-5": ("c", "T"),
    "21899-0": ("p", "T"),
    "21911-3": ("", "T"),
    "21906-3": ("c", "N"),
    "21900-6": ("p", "N"),
    "21912-1": ("", "N"),
    "21907-1": ("c", "M"),
    "21901-4": ("p", "M"),
    "21913-9": ("", "M"),
    "21908-9": ("c", "stage"),
    "21902-2": ("p", "stage"),
    "21914-7": ("", "stage"),
}
"""What is observed: the letters before it, and T, N, M or the stage."""

GRADE_TESTS: Final = frozenset({"44648-4"})
GRADE_TESTS_OF_NCIT: Final = frozenset({"C18000"})
"""What mCODE takes from the thesaurus of the National Cancer Institute for the same."""

GRADES: Final[dict[str, Grade]] = {
    "LA27823-6": Grade.ONE,
    "LA27824-4": Grade.TWO,
    "LA27825-1": Grade.THREE,
}

HISTOLOGY_TESTS: Final = frozenset({"31206-6", "59847-4"})
DUCTS_TESTS: Final = frozenset({"85336-6"})
"""Whether there is cancer inside the ducts, too, beside the invasive part."""

POSITIVE_NODES: Final = frozenset({"92832-5", "21893-3"})
"""How many lymph nodes with cancer."""

OF_BREAST: Final = frozenset({"85337-4", "85339-0", "85319-2", "85318-4", "44648-4", "85336-6"})
"""Tests that are made of breast cancer only, as their names say."""
