"""Asks where to save, and writes there without ever leaving half a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from decision_aid.ui.words import Words

Kind = Literal["pdf", "html", "text"]
_ENDINGS: dict[Kind, str] = {"pdf": "pdf", "html": "html", "text": "txt"}


def ask_where(
    parent: QWidget, words: Words, kind: Kind, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to save and call ``then`` with the answer; Qt asks before it overwrites.

    On Linux the dialog is Qt's own: it follows the person's text size and colours and works by
    keyboard in every desktop. Elsewhere it is the system's, which people know.
    """
    dialog = QFileDialog(parent, words("summary_page.choose_file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    if sys.platform.startswith("linux"):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    ending = _ENDINGS[kind]
    dialog.setNameFilter(words(f"summary_page.filter_{kind}"))
    dialog.setDefaultSuffix(ending)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
    dialog.selectFile(f"{words('summary_page.file_name')}.{ending}")
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
