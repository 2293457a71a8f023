"""Builds SVG, element by element."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from decision_aid.document.body_pictures import SVG


def new_element(tag: str, **attributes: str) -> ET.Element:
    """Return a new element."""
    return ET.Element(f"{SVG}{tag}", attributes)


def child(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    """Add a new element to another and return it."""
    return ET.SubElement(parent, f"{SVG}{tag}", attributes)


def set_attributes(changed: ET.Element, **attributes: str) -> None:
    """Set these attributes of an element."""
    for name, value in attributes.items():
        changed.set(name, value)


def plain_names(svg: str) -> str:
    """Name the elements without a prefix, as every reader of SVG expects."""
    return svg.replace("ns0:", "").replace("xmlns:ns0", "xmlns")
