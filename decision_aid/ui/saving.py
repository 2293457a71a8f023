"""Asks where to save, and writes there without ever leaving half a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSettings

from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

Kind = Literal["pdf", "html", "text"]
_ENDINGS: dict[Kind, str] = {"pdf": "pdf", "html": "html", "text": "txt"}


def leave_no_settings() -> None:
    """Keep Qt's file dialog from noting where people save; nothing is written unasked."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def ask_where(
    parent: QWidget, words: Words, kind: Kind, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to save and call ``then`` with the answer; Qt asks before it overwrites.

    On Linux the dialog is Qt's own: it follows the person's text size and colours and works by
    keyboard in every desktop. Elsewhere it is the system's, which people know.
    """
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - not for the first page
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

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
    window = parent.window()
    look = look_of(parent)
    dialog.resize(
        min(look.em(44), window.width() - look.px(32)),
        min(look.em(30), window.height() - look.px(32)),
    )
    if dialog.testOption(QFileDialog.Option.DontUseNativeDialog):
        from decision_aid.ui.file_dialog import make_readable  # noqa: PLC0415 - as above

        make_readable(dialog, look)
    dialog.open()
    return dialog
