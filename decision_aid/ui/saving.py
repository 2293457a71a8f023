"""Asks where to save, and writes there without ever leaving half a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class FileWanted:
    """What a file dialog asks for.

    Attributes:
        title: what it says above.
        name_filter: which files it shows, as Qt writes it.
        ending: the ending of the name, without the dot.
        suggested: the name that stands there first; "" for none.
        to_open: whether a file is opened, not saved.
    """

    title: str
    name_filter: str
    ending: str
    suggested: str = ""
    to_open: bool = False


def ask_where(
    parent: QWidget, words: Words, kind: Kind, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to save the summary and call ``then`` with the answer."""
    ending = _ENDINGS[kind]
    wanted = FileWanted(
        words("summary_page.choose_file"),
        words(f"summary_page.filter_{kind}"),
        ending,
        f"{words('summary_page.file_name')}.{ending}",
    )
    return ask_for_file(parent, wanted, then)


def ask_for_file(parent: QWidget, wanted: FileWanted, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file and call ``then`` with the answer; Qt asks before it overwrites.

    On Linux the dialog is Qt's own: it follows the person's text size and colours and works by
    keyboard in every desktop. Elsewhere it is the system's, which people know.
    """
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - not for the first page
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    dialog = QFileDialog(parent, wanted.title)
    modes, files = QFileDialog.AcceptMode, QFileDialog.FileMode
    dialog.setAcceptMode(modes.AcceptOpen if wanted.to_open else modes.AcceptSave)
    dialog.setFileMode(files.ExistingFile if wanted.to_open else files.AnyFile)
    if sys.platform.startswith("linux"):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter(wanted.name_filter)
    dialog.setDefaultSuffix(wanted.ending)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
    if wanted.suggested:
        dialog.selectFile(wanted.suggested)
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
