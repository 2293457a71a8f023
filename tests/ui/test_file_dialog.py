"""Where to save: Qt's own dialog, as readable as the rest in every theme and size."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
)

from decision_aid.ui.kit.saving import ask_where
from decision_aid.ui.kit.theme import THEMES, ThemeName, contrast
from tests.ui.person import Person

ARROWS = ("backButton", "forwardButton", "toParentButton", "newFolderButton")


def dialog_of(person: Person, folder: Path) -> QFileDialog:
    (folder / "Letters from the hospital").mkdir()
    (folder / "Breast cancer summary.pdf").write_text("here already")
    dialog = ask_where(person.page, person.wizard.words, "pdf", print)
    dialog.setDirectory(str(folder))
    tree = dialog.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView)
    person.qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) == 2)
    QApplication.processEvents()
    return dialog


def colors_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("window", [(1024, 700), (800, 600)], ids=str)
def test_nothing_in_the_dialog_is_cut_off(
    person: Person, tmp_path: Path, size: int, window: tuple[int, int]
) -> None:
    person.wizard.set_text_size(size)
    person.wizard.resize(*window)
    dialog = dialog_of(person, tmp_path)
    assert dialog.width() <= window[0]
    assert dialog.height() <= window[1]
    for header in dialog.findChildren(QHeaderView):
        if not header.isVisible():
            continue
        for column in range(header.count()):
            if not header.isSectionHidden(column):
                title = header.model().headerData(column, header.orientation())
                assert header.sectionSizeHint(column) <= header.sectionSize(column), title
        assert header.length() >= header.viewport().width()
    texts: list[QAbstractButton | QLabel] = [*dialog.findChildren(QAbstractButton)]
    texts += dialog.findChildren(QLabel)
    for widget in texts:
        if widget.isVisible() and widget.text():
            assert widget.sizeHint().width() <= widget.width(), widget.text()
            assert widget.sizeHint().height() <= widget.height(), widget.text()
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    assert name.height() >= 44
    dialog.close()


@pytest.mark.parametrize("theme", THEMES)
def test_its_signs_can_be_seen(person: Person, tmp_path: Path, theme: ThemeName) -> None:
    person.wizard.set_theme(theme)
    dialog = dialog_of(person, tmp_path)
    surface = THEMES[theme].surface
    for name in ARROWS:
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        button.setEnabled(True)
        sign = button.grab().toImage().copy(button.rect().adjusted(8, 8, -8, -8))
        strongest = max(contrast(color, surface) for color in colors_in(sign))
        assert strongest >= 4.5, name
        assert button.iconSize().height() >= 22
    dialog.close()


@pytest.mark.parametrize("theme", THEMES)
def test_no_part_of_it_keeps_the_colors_of_another_theme(
    person: Person, tmp_path: Path, theme: ThemeName
) -> None:
    person.wizard.set_theme(theme)
    dialog = dialog_of(person, tmp_path)
    tree = dialog.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView)
    head = tree.header().grab().toImage()
    corner = head.pixelColor(head.width() - 2, head.height() - 2)
    assert corner == QColor(THEMES[theme].paper)
    tree.setCurrentIndex(tree.model().index(0, 0, tree.rootIndex()))
    QApplication.processEvents()
    row = tree.viewport().grab(tree.visualRect(tree.model().index(0, 0, tree.rootIndex())))
    shown = colors_in(row.toImage())
    accent = THEMES[theme].accent
    assert accent.lower() in shown
    assert THEMES[theme].accent_ink.lower() in shown
    dialog.close()
