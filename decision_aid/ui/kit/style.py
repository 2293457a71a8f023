"""The style sheet, made from the theme, and what the system asks for."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from decision_aid.ui.kit.theme import (
    BODY_PIXELS,
    FOCUS_RING,
    LIGHT,
    SCROLL_BAR,
    TARGET,
    THEMES,
    Look,
    Theme,
    ThemeName,
)

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAccessibilityHints
    from PySide6.QtWidgets import QWidget

FAMILY: Final = "Atkinson Hyperlegible"

_SHEET: Final = Template("""
QWidget { color: $ink; font-family: "$family"; font-size: ${body}px; }
QWidget#shell, QWidget#page, QDialog, QScrollArea, QWidget#content { background: $paper; }
QScrollArea { border: none; }
QWidget#header { background: $paper; border-bottom: 1px solid $hairline; }
QWidget#footer { background: $paper; border-top: 1px solid $hairline; }
QLabel, QCheckBox { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; padding-bottom: 2px;
  border-bottom: 2px solid transparent; }
QLabel[role="title"]:focus { border-bottom: 2px solid $focus; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 700; }
QLabel[role="subheading"] { font-weight: 700; }
QLabel[role="lead"] { font-size: ${lead}px; }
QLabel[role="hint"] { color: $ink_soft; }
QLabel[role="mark"] { color: $accent; font-size: ${small}px; font-weight: 700; }
QLabel[role="small"] { color: $ink_soft; font-size: ${small}px; }

QPushButton, QToolButton { background: $surface; border: 2px solid $line; border-radius: 8px;
  padding: ${pad_y}px ${pad_x}px; min-height: ${inner}px; font-weight: 700; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; }
QPushButton:focus, QToolButton:focus { border: ${ring}px solid $focus;
  padding: ${pad_y_f}px ${pad_x_f}px; }
QPushButton:disabled { color: $off; border-color: $hairline; }
QPushButton[role="primary"] { background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent_strong; }
QPushButton[role="primary"]:disabled { background: $surface; color: $ink_soft;
  border-color: $hairline; }
QPushButton[role="primary"]:focus { border-color: $focus; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent;
  border-color: transparent; color: $accent; font-weight: 400; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $focus; }

QPushButton[role="tab"] { background: transparent; border: 3px solid transparent;
  border-radius: 0; font-weight: 400; padding: ${step_y}px ${gap}px; min-height: ${tab}px; }
QPushButton[role="tab"]:hover { background: $accent_soft; }
QPushButton[role="tab"]:checked { border-bottom: 3px solid $accent; background: $accent_soft; }
QPushButton[role="tab"]:focus { border: ${ring}px solid $focus;
  padding: ${step_y_f}px ${gap_f}px; }
QPushButton[role="segment"] { padding: 3px ${tight}px; min-height: ${segment}px;
  font-weight: 400; font-size: ${small}px; border-width: 1px; }
QPushButton[role="segment"]:checked { background: $accent; color: $accent_ink;
  border: 1px solid $accent; font-weight: 700; }
QPushButton[role="segment"]:checked:focus { background: $accent_soft; color: $ink; }
QPushButton[role="segment"]:focus { border: ${ring}px solid $focus; padding: 0 ${tight_f}px; }
QRadioButton[role="compact"] { font-size: ${small}px; }
QListView#matches::item { padding: 2px ${gap}px; }
QPushButton[role="word"] { background: transparent; border: 2px solid transparent;
  color: $accent; font-weight: 400; text-decoration: underline;
  padding: ${pad_y}px ${gap}px ${pad_y}px ${tick}px; }
QPushButton[role="word"]:hover { background: $accent_soft; }
QPushButton[role="word"]:focus { border: ${ring}px solid $focus;
  padding: ${pad_y_f}px ${gap_f}px ${pad_y_f}px ${tick_f}px; }
QPushButton[role="compact"] { padding: ${pad_y}px ${gap}px; }
QPushButton[role="compact"]:focus { padding: ${pad_y_f}px ${gap_f}px; }
QPushButton[role="about"] { background: transparent; border: 2px solid transparent; padding: 0;
  color: $accent; min-width: ${inner_t}px; max-width: ${inner_t}px; min-height: ${inner_t}px; }
QPushButton[role="about"]:hover { background: $surface; }
QPushButton[role="about"]:focus { border: ${ring}px solid $focus; }
QPushButton[role="icon"] { padding: 0; min-width: ${inner_t}px; min-height: ${inner_t}px; }
QPushButton[role="icon"]:focus { padding: 0; }
QPushButton[role="key"] { padding: 0; min-height: ${key}px;
  font-size: ${key_font}px; }
QPushButton[role="key"]:pressed, QPushButton[role="key"]:checked { background: $accent_soft;
  border: 3px solid $accent; }
QPushButton[role="key"][chief="true"] { background: $accent; color: $accent_ink;
  border-color: $accent; }
QPushButton[role="key"][chief="true"]:pressed { background: $accent_strong;
  border-color: $accent_strong; }
QPushButton[role="key"][chief="true"]:disabled { background: $surface; color: $ink_soft;
  border-color: $hairline; }
QPushButton[role="step"] { background: transparent; border: 2px solid transparent;
  text-align: left; font-weight: 400; padding: ${step_y}px ${gap}px ${step_y}px ${tick}px; }
QPushButton[role="step"]:hover { background: $accent_soft; }
QPushButton[role="step"]:focus { border: ${ring}px solid $focus;
  padding: ${step_y_f}px ${gap_f}px ${step_y_f}px ${tick_f}px; }
QPushButton[role="step"][here="true"] { background: $accent_soft; font-weight: 700; }
QPushButton[role="step"]:disabled { color: $ink_soft; }

QFrame[role="card"] { background: $surface; border: 1px solid $hairline; border-radius: 12px; }
QFrame[role="badge"] { background: $accent_soft; border: none; border-radius: 12px; }
QFrame[role="badge_open"] { background: $highlight; border: 2px dashed $highlight_ink;
  border-radius: 12px; }
QLabel[role="verdict"] { font-size: ${heading_l}px; font-weight: 700; }
QFrame[role="badge_open"] QLabel[role="verdict"] { color: $highlight_ink; }
QFrame[role="sheet"] { background: $surface; border: 1px solid $line; border-radius: 2px; }
QFrame[role="note"] { background: $accent_soft; border: none; border-radius: 12px; }
QFrame[role="callout"] { background: $highlight; border: none; border-radius: 0;
  border-left: 5px solid $highlight_ink; }
QFrame[role="callout"] QLabel[role="subheading"] { color: $highlight_ink; }
QLabel[role="chip_read"] { background: $accent_soft; border: 1px solid $accent;
  border-radius: 8px; }
QLabel[role="chip_asked"] { background: $highlight; color: $highlight_ink;
  border: 1px solid $highlight_ink; border-radius: 8px; }
QLabel[role="chip_not_read"] { background: $surface; border: 2px dashed $highlight_ink;
  border-radius: 8px; }
QFrame[role="different"], QFrame[role="same"] { background: transparent; border-radius: 0;
  border: ${ring}px solid transparent; }
QFrame[role="different"] { border-left: ${ring}px solid $accent; }
QFrame[role="different"]:focus, QFrame[role="same"]:focus { border: ${ring}px solid $focus; }
QFrame[role="rule"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="popover"] QScrollArea, QWidget#popover_inside { background: transparent; }
QFrame[role="popover"] QWidget#content { background: transparent; }
QFrame[role="popover"] { background: $surface; border: 2px solid $accent; border-radius: 12px; }
QFrame[role="error"] { background: $highlight; border: 2px solid $highlight_ink;
  border-radius: 8px; }
QFrame[role="error"]:focus { border: ${ring}px solid $focus; }
QFrame[role="error"] QLabel { color: $highlight_ink; font-weight: 700; }
QFrame[role="rail"] { background: $paper; border: none; border-right: 1px solid $hairline; }

QLineEdit, QComboBox { background: $surface; border: 2px solid $line; border-radius: 8px;
  padding: ${pad_y}px ${gap}px; min-height: ${inner}px; selection-background-color: $accent;
  selection-color: $accent_ink; }
QPlainTextEdit { background: $surface; border: 2px solid $line; border-radius: 8px;
  padding: ${gap}px; selection-background-color: $accent; selection-color: $accent_ink; }
QPlainTextEdit:focus { border: ${ring}px solid $focus; padding: ${gap_f}px; }
QLineEdit:focus, QComboBox:focus { border: ${ring}px solid $focus;
  padding: ${pad_y_f}px ${gap_f}px; }
QComboBox QAbstractItemView { background: $surface; border: 2px solid $line; outline: none;
  selection-background-color: $accent; selection-color: $accent_ink; }
QComboBox QAbstractItemView::item { min-height: ${inner}px; padding: 4px ${gap}px; }
QComboBox::drop-down { border: none; width: ${inner}px; }
QListView, QTreeView { background: $surface; border: 2px solid $line;
  selection-background-color: $accent; selection-color: $accent_ink; }
QListView::item:selected, QTreeView::item:selected { background: $accent; color: $accent_ink; }
QListView:focus, QTreeView:focus { border: ${ring}px solid $focus; }
QHeaderView { background: $paper; border: none; }
QHeaderView::section { background: $paper; border: none; padding: 6px; font-weight: 700; }
QSplitter::handle { background: transparent; }

QFileDialog QToolButton { padding: 4px; min-height: ${inner}px; min-width: ${inner}px;
  border-radius: 4px; }
QFileDialog QToolButton:focus { padding: 2px; }
QFileDialog QPushButton, QFileDialog QLineEdit, QFileDialog QComboBox {
  padding: ${dialog_y}px ${gap}px; }
QFileDialog QPushButton:focus, QFileDialog QLineEdit:focus, QFileDialog QComboBox:focus {
  padding: ${dialog_y_f}px ${gap_f}px; }

QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 5px; min-height: 40px;
  margin: 2px 3px; }
QScrollBar::handle:vertical:hover { background: $accent; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 5px; min-width: 40px;
  margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 6px; }
""")


_PLAIN: Final = Look(LIGHT)
_WIDER: Final = FOCUS_RING - 2
"""How much wider the ring of the focus is than the outline that it replaces."""


def style_sheet(look: Look) -> str:
    """Return the style sheet of this look."""
    inner = max(look.px(20), 20)
    pad_y = max((look.target - 3 - inner) // 2, look.px(8))
    dialog_y = max((look.target - 3 - inner) // 2, look.px(3))
    gap = look.space(1.5)
    return _SHEET.substitute(
        look.theme.colours(),
        family=FAMILY,
        body=look.px(BODY_PIXELS),
        bar=SCROLL_BAR,
        title=look.px(30),
        heading=look.px(22),
        heading_l=look.px(26),
        lead=look.px(20),
        small=look.px(16),
        inner=inner,
        segment=max(look.compact_target - 8, look.px(20)),
        tight=look.space(1),
        tight_f=look.space(1) - 3,
        ring=FOCUS_RING,
        inner_t=max(look.target - 4, look.px(34)),
        key=max(look.target - 4, look.px(24)),
        key_font=max(24, look.px(BODY_PIXELS)),
        pad_y=pad_y,
        pad_y_f=pad_y - _WIDER,
        pad_x=look.space(2.5),
        pad_x_f=look.space(2.5) - _WIDER,
        dialog_y=dialog_y,
        dialog_y_f=dialog_y - _WIDER,
        tab=max(TARGET - 6 - 2 * look.px(7), inner),
        step_y=look.px(7),
        step_y_f=look.px(7) - _WIDER,
        gap=gap,
        tick=look.px(34),
        tick_f=look.px(34) - _WIDER,
        gap_f=gap - _WIDER,
    )


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for what no style sheet reaches."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.paper,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.paper,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.highlight_ink,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink_soft,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    return result


def resolved(name: ThemeName) -> Theme:
    """Return the theme of this name; ``SYSTEM`` follows what the computer is set to."""
    if name is not ThemeName.SYSTEM:
        return THEMES[name]
    hints = QGuiApplication.styleHints()
    wishes = _system_wishes()
    if wishes is not None and wishes.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return THEMES[ThemeName.HIGH_CONTRAST]
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return THEMES[ThemeName.DARK if dark else ThemeName.LIGHT]


def system_changes() -> tuple[SignalInstance, ...]:
    """Return what is emitted when ``SYSTEM`` may have come to mean other colors."""
    scheme = QGuiApplication.styleHints().colorSchemeChanged
    wishes = _system_wishes()
    return (scheme,) if wishes is None else (scheme, wishes.contrastPreferenceChanged)


def _system_wishes() -> QAccessibilityHints | None:
    """Return what the system asks for somebody's eyes; Qt before 6.10 knows nothing of it."""
    found: QAccessibilityHints | None = getattr(
        QGuiApplication.styleHints(), "accessibility", lambda: None
    )()
    return found


def look_of(widget: QWidget) -> Look:
    """Return the look of the wizard that a widget stands in, or the plain one."""
    window: QWidget | None = widget.window()
    while window is not None:
        look: Look | None = getattr(window, "current_look", None)
        if look is not None:
            return look
        above = window.parentWidget()
        window = above.window() if above is not None else None
    return _PLAIN
