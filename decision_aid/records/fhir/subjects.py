"""Whether everything in a file is about one person."""

from __future__ import annotations

from decision_aid.records.fhir.availability import Json
from decision_aid.records.fhir.bundle import Opened


def about_one_person(opened: Opened) -> bool:
    """Return whether no two resources name different subjects.

    References to the same person can be written in several ways; only the last two parts of an
    address count, so a relative and an absolute one are the same.
    """
    subjects = {_subject(resource.content, opened) for resource in opened.resources}
    return len(subjects - {""}) <= 1


def _subject(resource: Json, opened: Opened) -> str:
    subject = resource.get("subject", {})
    reference = str(subject.get("reference", "")).partition("/_history/")[0]
    if reference.startswith("#"):
        return ""
    if reference:
        return "/".join(opened.patients.get(reference, reference).split("/")[-2:])
    return str(subject.get("identifier", {}).get("value", ""))
