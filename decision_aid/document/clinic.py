"""The clinic's own part of the summary: whom to call, and help nearby, said to be its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.content import Bullets, Content, Paragraph, Span
from decision_aid.document.blocks import Block, Heading, plain_paragraph
from decision_aid.document.model import Section

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy, LocalService


def clinic_section(clinic: ClinicPolicy, content: Content) -> Section:
    """Return the section of a clinic; it has no blocks where the clinic says nothing.

    It is always on paper: somebody who leaves a kiosk has nothing but the paper.

    Args:
        clinic: the policy; every word of it is a plain span without terms or sources.
        content: the words of one language.
    """
    return Section(
        id="clinic",
        title=content.label("clinic.title"),
        blocks=tuple(_blocks(clinic, content)),
        page="detail",
    )


def _blocks(clinic: ClinicPolicy, content: Content) -> Iterator[Block]:
    if not clinic.says_something:
        return
    if not clinic.phones and not clinic.services:
        yield plain_paragraph(content.label("clinic.used_at", name=clinic.clinic_name))
        return
    yield plain_paragraph(
        content.label("clinic.written_by", name=clinic.clinic_name)
        if clinic.clinic_name
        else content.label("clinic.written_by_clinic")
    )
    if clinic.phones:
        yield Heading(text=content.label("clinic.phones"))
        yield Bullets(items=tuple(_item(phone.label, phone.number) for phone in clinic.phones))
    if clinic.services:
        yield Heading(text=content.label("clinic.services"))
        yield Bullets(items=tuple(_service(service, content) for service in clinic.services))


def _service(service: LocalService, content: Content) -> Paragraph:
    parts = [service.about if service.about.endswith((".", "!", "?")) else f"{service.about}."]
    if service.phone:
        parts.append(content.label("clinic.phone", number=service.phone))
    if service.place:
        parts.append(content.label("clinic.place", place=service.place))
    return _item(service.name, " ".join(parts))


def _item(name: str, said: str) -> Paragraph:
    return Paragraph(spans=(Span(text=f"{name}: ", strong=True), Span(text=said)))
