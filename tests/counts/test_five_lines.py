"""Five lines of a clinic's day at the counselor's window: how long each takes to type and keep.

The time is that of the keystroke-level model (Card, Moran and Newell, 1980): 0.28 seconds a key for
an average typist who does not type for a living, and 1.35 seconds to look at what was read.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from decision_aid.domain import Finding, Side
from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from tests.domain.cases import found, suspected
from tests.qt_application import in_fusion

A_KEY: Final = 0.28
A_LOOK: Final = 1.35
MOST_SECONDS: Final = 15.0


class Said(NamedTuple):
    """One line, and what the case holds after it.

    Attributes:
        line: as a counselor types it.
        side: the breast.
        findings: what was said of which place.
        left: what stays in the line.
    """

    line: str
    side: Side | None
    findings: set[Finding]
    left: str = ""


LINES: Final = (
    Said(
        "R IDC, 2/3 nodes, liver MRI pending",
        Side.RIGHT,
        {found("breast_tissue"), found("nodes_armpit"), suspected("liver")},
    ),
    Said("L DCIS ER+", Side.LEFT, {found("ducts_only")}),
    Said(
        "left C50.412; pT2 pN1a; liver?",
        Side.LEFT,
        {found("breast_tissue"), found("nodes_armpit"), suspected("liver")},
    ),
    Said(
        "L DCIS; R ILC 1/2 nodes",
        Side.BOTH,
        {
            found("ducts_only", side=Side.LEFT),
            found("breast_tissue", side=Side.RIGHT),
            found("nodes_armpit", side=Side.RIGHT),
        },
    ),
    Said(
        "R IDC, bone mets, HER2 3+, asks for Tuesday",
        Side.RIGHT,
        {found("breast_tissue"), found("bone")},
        "asks for Tuesday",
    ),
)


def test_each_line_of_a_day_is_kept_in_less_than_fifteen_seconds(qtbot: Any) -> None:
    in_fusion()
    rows = []
    for said in LINES:
        window = CounselorWindow(Words("en"), theme=ThemeName.LIGHT)
        qtbot.addWidget(window)
        window.show()
        QTest.keyClicks(window.entry.line, said.line)
        QTest.keyClick(window.entry.line, Qt.Key.Key_Return)
        answers = window.session.answers
        assert (answers.side, set(answers.findings)) == (said.side, said.findings), said.line
        assert window.case_panel.pending is None, f"{said.line}: it asks before it is kept"
        assert window.entry.line.text() == said.left
        keys = len(said.line) + 1
        rows.append((said.line, keys, keys * A_KEY + A_LOOK))
        window.session.mark_saved()
        window.close()
    print("\nfive lines of a day at the counselor's window")
    for line, keys, seconds in rows:
        print(f"  {line:<45} {keys:>3} keys {seconds:>5.1f} s")
    assert max(seconds for _, _, seconds in rows) < MOST_SECONDS
