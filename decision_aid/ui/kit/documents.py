"""Makes one document of what a case comes to; every surface of the program shows that same one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from decision_aid.document.make import make_document

if TYPE_CHECKING:
    from collections.abc import Hashable

    from decision_aid.clinic.clinic_policy import ClinicPolicy
    from decision_aid.content import Content
    from decision_aid.document.model import Document
    from decision_aid.domain import Assessment

_MADE: Final[WeakKeyDictionary[Assessment, tuple[Hashable, Document]]] = WeakKeyDictionary()
"""The newest document of each case that somebody still holds: it goes away with the case."""


def document_of(
    assessment: Assessment,
    content: Content,
    *,
    clinic: ClinicPolicy | None = None,
    example_only: bool = False,
) -> Document:
    """Return the document of a case as it is today.

    Args:
        assessment: what the case comes to; as long as it is held, its document is made only once.
        content: the words of one language.
        clinic: the clinic whose kiosk this is.
        example_only: whether the case was only supposed.
    """
    today = dt.date.today()
    edition = (content.language, today, id(clinic), example_only)
    made = _MADE.get(assessment)
    if made is not None and made[0] == edition:
        return made[1]
    document = make_document(assessment, content, today, clinic=clinic, example_only=example_only)
    _MADE[assessment] = (edition, document)
    return document
