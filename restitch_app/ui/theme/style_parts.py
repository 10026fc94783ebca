"""The part of the style sheet that inspector, boundary page and dialogs use.

`kind` on frames: version, fix, note, raised. On labels: badge, pill. On buttons: ab.
"""

from __future__ import annotations

from restitch_app.ui.theme.icons import FOLDER
from restitch_app.ui.theme.tokens import Tokens
from restitch_app.ui.theme.type import TextScale, TextSize

CHECK_MARK = (FOLDER / "check-on-primary.svg").as_posix()
"""A style sheet takes pictures from files alone, so that this one has its colour in it."""


def style_parts(t: Tokens, text: TextScale) -> str:
    caption = text.px(TextSize.CAPTION)
    return f"""
QFrame[kind="version"] {{ background: transparent; border: none;
    border-left: 3px solid transparent; }}
QFrame[kind="version"][state="selected"] {{ background: {t.selection};
    border-left: 3px solid {t.accent}; }}
QFrame[kind="takes"] {{ background: transparent; border: 2px solid transparent; }}
QFrame[kind="takes"][state="focused"] {{ border: 2px solid {t.accent}; }}
QFrame[kind="fix"] {{ background: {t.raised}; border: 1px solid {t.line_strong};
    border-radius: 6px; }}
QFrame[kind="fix"][state="selected"] {{ background: {t.selection};
    border: 1px solid {t.accent}; }}
QFrame[kind="fix"]:focus {{ border: 2px solid {t.accent}; }}
QFrame[kind="dashed"] {{ background: transparent; border: 1px dashed {t.control};
    border-radius: 6px; }}
QFrame[kind="note"] {{ background: {t.field}; border: 1px solid {t.line_strong};
    border-radius: 4px; }}
QWidget[ground="players"] QLabel[type="strong"] {{ color: {t.player_label}; }}
QWidget[ground="players"] QLabel[type="detail"] {{ color: {t.player_caption}; }}
QWidget[ground="players"] QFrame[ground="panel"] QLabel[type="strong"] {{ color: {t.text}; }}
QWidget[ground="players"] QFrame[kind="card"] QLabel[type="detail"] {{ color: {t.text_2}; }}
QLabel[kind="badge"] {{ color: {t.accent}; border: 1px solid {t.accent}; border-radius: 3px;
    padding: 0 4px; font-size: {caption}px; }}
QLabel[kind="badge"][tone="2"] {{ color: {t.text_2}; border: 1px solid {t.line_strong}; }}
QFrame[kind="pill"] {{ background: {t.raised}; border: none; border-radius: 3px; }}
QPushButton[kind="ab"] {{ background: transparent; color: {t.text_2};
    border: 1px solid {t.line_strong}; border-radius: 3px; padding: 0; min-height: 22px;
    min-width: 20px; }}
QPushButton[kind="ab"]:hover {{ background: {t.hover}; }}
QPushButton[kind="ab"]:checked {{ background: {t.selection}; color: {t.text};
    border: 1px solid {t.accent}; }}
QPushButton[kind="ab"]:focus {{ border: 2px solid {t.accent}; padding: 0; min-height: 20px;
    min-width: 18px; }}
QLabel[kind="key"]:disabled, QLabel[kind="key"][tone="on-primary"]:disabled {{
    color: {t.faint}; border: 1px solid {t.line}; }}
QAbstractSpinBox {{ padding-right: 20px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ background: transparent;
    border: none; width: 18px; subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: 3px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 3px; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{ image: none; width: 0;
    height: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox[type="strong"] {{ font-weight: 600; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.faint}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 14px;
    height: 14px;
    background: {t.field}; border: 1px solid {t.control}; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {t.primary}; border: 1px solid {t.primary};
    image: url("{CHECK_MARK}"); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; background: {t.on_primary};
    border: 5px solid {t.primary}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.accent};
    width: 12px; height: 12px; }}
QRadioButton::indicator:checked:focus {{ width: 6px; height: 6px; border: 5px solid {t.accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: transparent;
    border: 1px solid {t.line_strong}; }}
QListWidget#workflow_list::item {{ padding: 4px 6px; }}
QComboBox {{ padding-right: 20px; }}
QComboBox:focus {{ padding-right: 19px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; min-height: 22px; }}
QTreeView::item {{ min-height: 22px; }}
QPushButton[kind="fold"] {{ background: transparent; border: none; color: {t.text_2};
    padding: 0; min-height: 20px; text-align: left; font-size: {text.px(TextSize.DETAIL)}px; }}
QPushButton[kind="fold"]:hover {{ color: {t.text}; }}
QPushButton[kind="fold"]:focus {{ border: 1px solid {t.accent}; min-height: 18px; }}
"""
