"""Builds SVG, element by element."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

SVG: Final = "{http://www.w3.org/2000/svg}"


def new_element(tag: str, **attributes: str) -> ET.Element:
    """Return a new element."""
    return ET.Element(f"{SVG}{tag}", attributes)


def child(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    """Add a new element to another and return it."""
    return ET.SubElement(parent, f"{SVG}{tag}", attributes)


def plain_names(svg: str) -> str:
    """Name the elements without a prefix, as every reader of SVG expects."""
    return svg.replace("ns0:", "").replace("xmlns:ns0", "xmlns")
