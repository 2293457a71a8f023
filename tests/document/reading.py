"""Reads a page as somebody reads it, or as a screen reader does."""

import unicodedata


def squeezed(text: str) -> str:
    """Letters and digits only: how words are broken into lines is no difference."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def pdf_text(pdf: bytes) -> str:
    """Read the words through the tags, as a screen reader does."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return "\n".join(pages)
