"""How a reading of a report line compares with what the line says."""

from __future__ import annotations

from typing import Literal

from decision_aid.domain import Certainty, Finding
from decision_aid.records.typed import Reading
from tests.records.report_lines import ReportLine

Verdict = Literal["right", "asked", "refused", "wrong"]
_DOUBTED = {Certainty.SUSPECTED, Certainty.UNKNOWN}


def verdict(line: ReportLine, reading: Reading) -> tuple[Verdict, str]:
    """Return whether it was read right, asked about, refused or read wrongly, and what differs."""
    places, facts = _said(line.says)
    wrong = [*_wrong_places(places, reading), *_wrong_facts(facts, reading)]
    if wrong:
        return "wrong", "; ".join(wrong)
    missing = [*_missing_places(places, reading), *_missing_facts(facts, reading)]
    if not missing:
        return "right", ""
    asked = any(part.open for part in reading.parts) or reading.contradictions
    doubted = any(f.certainty in _DOUBTED for f in reading.findings)
    return ("asked" if asked or doubted else "refused"), "; ".join(missing)


def _said(says: str) -> tuple[set[str], dict[str, str]]:
    places, facts = set(), {}
    for word in says.split():
        key, equals, value = word.partition("=")
        if word == "came_back":
            facts["came_back"] = "yes"
        elif equals and key in {
            "side", "type", "er", "pr", "her2", "grade", "menopause", "inherited"
        }:  # fmt: skip
            facts[key] = value
        else:
            places.add(word)
    return places, facts


def _spelled(finding: Finding) -> str:
    side = f"@{finding.side}" if finding.side else ""
    return finding.place + (f"={finding.detail}" if finding.detail else "") + side


def _wrong_places(said: set[str], reading: Reading) -> list[str]:
    doubted = {word[:-1] for word in said if word.endswith("?")}
    denied = {word[:-1] for word in said if word.endswith("-")}
    found = said - {f"{one}?" for one in doubted} - {f"{one}-" for one in denied}
    anywhere = {one.partition("=")[0].partition("@")[0] for one in found}
    wrong = []
    for finding in reading.findings:
        fits = {
            Certainty.FOUND: _spelled(finding) in found,
            Certainty.NOT_FOUND: _spelled(finding) in denied,
            Certainty.SUSPECTED: finding.place in doubted,
            Certainty.UNKNOWN: finding.place in doubted | anywhere,
        }
        if not fits[finding.certainty]:
            wrong.append(f"{_spelled(finding)}: {finding.certainty}")
    return wrong


def _wrong_facts(said: dict[str, str], reading: Reading) -> list[str]:
    given = _facts(reading)
    by_side = {"type"} if reading.side == "both" else set()
    return [
        f"{name}={value}"
        for name, value in given.items()
        if said.get(name) != value and name not in by_side
    ]


def _missing_places(said: set[str], reading: Reading) -> list[str]:
    given = {_spelled(f) for f in reading.findings if f.certainty is Certainty.FOUND}
    given |= {f"{f.place}?" for f in reading.findings if f.certainty in _DOUBTED}
    given |= {f"{_spelled(f)}-" for f in reading.findings if f.certainty is Certainty.NOT_FOUND}
    return sorted(said - given)


def _missing_facts(said: dict[str, str], reading: Reading) -> list[str]:
    given = _facts(reading)
    return [f"{name}={value}" for name, value in said.items() if given.get(name) != value]


def _facts(reading: Reading) -> dict[str, str]:
    facts = {"side": str(reading.side)} if reading.side else {}
    if reading.came_back:
        facts["came_back"] = "yes"
    biology = reading.biology._asdict().items()
    facts |= {name: str(value) for name, value in biology if value != "unknown"}
    return facts
