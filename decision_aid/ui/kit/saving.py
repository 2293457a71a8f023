"""Asks for a file, in a dialog as readable as the rest, and leaves no note of where it was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QToolButton, QTreeView, QWidget

from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import Look
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

_NAME: Final = 0
_DATE: Final = 3
_DATE_FROM_EM: Final = 34
"""The width of the dialog, in ems, from which it shows when a file was written."""

_PLACES_FROM_EM: Final = 26
"""The width of the dialog, in ems, from which it shows the list of places beside the files."""

_ARROWS: Final = {
    "backButton": ((0.62, 0.22), (0.34, 0.5), (0.62, 0.78)),
    "forwardButton": ((0.38, 0.22), (0.66, 0.5), (0.38, 0.78)),
    "toParentButton": ((0.22, 0.62), (0.5, 0.34), (0.78, 0.62)),
}
_NEW_FOLDER: Final = "newFolderButton"
_NOT_NEEDED: Final = ("listModeButton", "detailModeButton")


def make_readable(dialog: QFileDialog, look: Look) -> None:
    """Show it in the colors and the text size of the screens; its size must be set before.

    Args:
        dialog: Qt's own dialog, not one of the system.
        look: how the screens look.
    """
    size = look.px(22)
    for name in (*_ARROWS, _NEW_FOLDER):
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(_sign(name, size, look))
            button.setIconSize(QSize(size, size))
    for name in _NOT_NEEDED:
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.hide()
    files = dialog.findChild(QTreeView, "treeView")
    if files is not None:
        files.setIconSize(QSize(size, size))
        header = files.header()
        header.setSectionsMovable(False)
        for column in range(1, header.count()):
            visible = column == _DATE and dialog.width() >= look.em(_DATE_FROM_EM)
            header.setSectionHidden(column, not visible)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_DATE, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    places = dialog.findChild(QWidget, "sidebar")
    if places is not None:
        places.setVisible(dialog.width() >= look.em(_PLACES_FROM_EM))
    splitter = dialog.findChild(QSplitter)
    if splitter is not None:
        splitter.setSizes([look.em(9), max(dialog.width() - look.em(9), look.em(9))])


def _sign(name: str, size: int, look: Look) -> QIcon:
    """Draw what a button does, in the ink of the theme: Qt's own signs are black in every theme."""
    icon = QIcon()
    for mode, color in (
        (QIcon.Mode.Normal, look.theme.ink),
        (QIcon.Mode.Disabled, look.theme.off),
    ):
        picture = QPixmap(QSize(size, size) * 2)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(color), size / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if name == _NEW_FOLDER:
            _draw_new_folder(painter, size)
        else:
            painter.drawPolyline(QPolygonF([QPointF(x, y) * size for x, y in _ARROWS[name]]))
        painter.end()
        icon.addPixmap(picture, mode)
    return icon


def _draw_new_folder(painter: QPainter, size: int) -> None:
    painter.drawRoundedRect(QRectF(0.1 * size, 0.3 * size, 0.8 * size, 0.56 * size), 2, 2)
    tab = ((0.1, 0.3), (0.1, 0.16), (0.42, 0.16), (0.5, 0.3))
    painter.drawPolyline(QPolygonF([QPointF(x, y) * size for x, y in tab]))
    plus = (((0.5, 0.44), (0.5, 0.72)), ((0.36, 0.58), (0.64, 0.58)))
    for one, other in plus:
        painter.drawLine(QPointF(*one) * size, QPointF(*other) * size)


Kind = Literal["pdf", "html", "text"]
_ENDINGS: dict[Kind, str] = {"pdf": "pdf", "html": "html", "text": "txt"}


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
        make_readable(dialog, look)
    dialog.open()
    return dialog
