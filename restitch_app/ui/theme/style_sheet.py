"""The one style sheet, built from the tokens.

Widgets say what they are by dynamic properties: `kind` on buttons (primary, quiet, segment, link)
and frames (panel, raised, header), `type` on labels (title, heading, strong, detail, caption,
timecode), `tone` on labels (2, 3, accent).
"""

from __future__ import annotations

from restitch_app.ui.theme.style_parts import style_parts
from restitch_app.ui.theme.tokens import Tokens
from restitch_app.ui.theme.type import TextScale, TextSize


def style_sheet(tokens: Tokens, text: TextScale) -> str:
    parts = (_grounds(tokens), _text(tokens, text), _buttons(tokens), _fields(tokens))
    return "\n".join((*parts, style_parts(tokens, text)))


def _grounds(t: Tokens) -> str:
    return f"""
QMainWindow, QWidget[ground="window"] {{ background: {t.window}; }}
QWidget[ground="panel"] {{ background: {t.panel}; }}
QWidget[ground="players"] {{ background: {t.players}; }}
QWidget[ground="lane"] {{ background: {t.lane}; }}
QWidget[edge="bottom"] {{ border-bottom: 1px solid {t.line}; }}
QWidget[edge="top"] {{ border-top: 1px solid {t.line}; }}
QWidget[edge="left"] {{ border-left: 1px solid {t.line}; }}
QMenuBar {{ background: {t.panel}; color: {t.text_2}; border-bottom: 1px solid {t.line};
    padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.hover}; color: {t.text}; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong};
    padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong};
    padding: 4px 6px; }}
QDockWidget {{ border: none; }}
QToolBar {{ background: {t.panel}; border: none; padding: 0; margin: 0; spacing: 0; }}
QStatusBar {{ background: {t.panel}; border: none; }}
QStatusBar::item {{ border: none; }}
QMainWindow::separator {{ background: {t.line}; width: 1px; height: 1px; }}
QSplitter::handle {{ background: {t.line}; }}
QFrame[kind="card"] {{ background: {t.raised}; border: 1px solid {t.line_strong};
    border-radius: 6px; }}
QFrame[kind="card"][state="failed"] {{ border: 1px solid {t.visible}; }}
QFrame[kind="group"] {{ background: transparent; border: 1px solid {t.line_strong};
    border-radius: 6px; }}
QFrame[kind="line"] {{ background: {t.line}; border: none; }}
QFrame[kind="banner"] {{ background: {t.borderline_fill}; border: none;
    border-bottom: 1px solid {t.line}; }}
QFrame[kind="drop"] {{ border: 2px dashed {t.control}; border-radius: 8px; }}
QFrame[kind="drop"][state="over"] {{ border: 2px dashed {t.accent}; background: {t.selection}; }}
QFrame[kind="recent"] {{ background: {t.panel}; border: none;
    border-bottom: 1px solid {t.line}; }}
QFrame[kind="recent"]:hover {{ background: {t.hover}; }}
QFrame[kind="recent"]:focus {{ border: 2px solid {t.accent}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line_strong}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:horizontal {{ min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.line_strong}; border: none; border-radius: 2px; max-height: 4px;
    min-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.text_2}; padding: 8px 12px;
    border: none; border-bottom: 2px solid transparent; }}
QTabBar[tight="true"]::tab {{ padding: 8px 4px; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ background: {t.hover}; }}
"""


def _text(t: Tokens, text: TextScale) -> str:
    sizes = (
        ("timecode", TextSize.TIMECODE, 600),
        ("large", TextSize.LARGE, 600),
        ("title", TextSize.TITLE, 600),
        ("heading", TextSize.HEADING, 600),
        ("strong", TextSize.BODY, 600),
        ("detail", TextSize.DETAIL, 400),
        ("detail-strong", TextSize.DETAIL, 600),
        ("caption", TextSize.CAPTION, 400),
    )
    rules = [
        f'QLabel[type="{name}"], QPushButton[type="{name}"] '
        f"{{ font-size: {text.px(size)}px; font-weight: {weight}; }}"
        for name, size, weight in sizes
    ]
    return (
        "\n".join(rules)
        + f"""
QLabel {{ background: transparent; color: {t.text}; border: none; }}
QLabel[tone="2"] {{ color: {t.text_2}; }}
QLabel[tone="3"] {{ color: {t.text_3}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QLabel[tone="problem"] {{ color: {t.visible}; }}
QLabel[tone="on-primary"] {{ color: {t.on_primary}; }}
QLabel:disabled {{ color: {t.faint}; }}
QLabel[kind="key"] {{ color: {t.text_3}; border: 1px solid {t.line_strong}; border-radius: 3px;
    padding: 0 4px; font-size: {text.px(TextSize.CAPTION)}px; }}
QLabel[kind="key"][tone="on-primary"] {{ color: {t.on_primary};
    border: 1px solid {t.on_primary}; }}
"""
    )


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton, QToolButton {{ background: {t.raised}; color: {t.text};
    border: 1px solid {t.line_strong}; border-radius: 4px; min-height: 26px; padding: 0 10px; }}
QToolButton {{ padding: 0 5px; min-width: 16px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.selection}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.selection};
    border: 1px solid {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.faint};
    background: transparent; border: 1px solid {t.line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 0 9px;
    min-height: 24px; outline: none; }}
QToolButton:focus {{ padding: 0 4px; }}
QPushButton[kind="primary"] {{ background: {t.primary}; color: {t.on_primary};
    border: 1px solid {t.primary}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ border: 1px solid {t.accent}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="primary"]:disabled {{ background: transparent; color: {t.faint};
    border: 1px solid {t.line}; }}
QPushButton[kind="big"] {{ background: {t.raised}; border: 1px solid {t.line_strong};
    border-radius: 6px; }}
QPushButton[kind="big"]:hover {{ background: {t.hover}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent;
    border: 1px solid transparent; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[active="true"], QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked {{
    background: {t.selection}; border: 1px solid {t.accent}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{
    border: 2px solid {t.accent}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {t.accent};
    padding: 0 2px; min-height: 22px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent}; padding: 0 1px;
    min-height: 20px; }}
QPushButton[kind="count"] {{ background: transparent; border: 1px solid transparent;
    padding: 0 4px; min-height: 22px; }}
QPushButton[kind="count"]:hover {{ background: {t.hover}; }}
QPushButton[kind="count"]:checked {{ background: {t.selection};
    border: 1px solid {t.accent}; }}
QPushButton[kind="count"]:focus {{ border: 2px solid {t.accent}; padding: 0 3px;
    min-height: 20px; }}
QPushButton[kind="count"]:disabled {{ color: {t.text_2}; border: 1px solid transparent; }}
QToolButton[size="small"] {{ min-height: 22px; min-width: 16px; padding: 0 3px; }}
QToolButton[size="small"]:focus {{ min-height: 20px; padding: 0 2px; }}
QPushButton[type="detail"] {{ min-height: 24px; }}
QPushButton[chip="true"] {{ padding-right: 36px; }}
QPushButton[chip="true"]:focus {{ padding-right: 35px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _fields(t: Tokens) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox {{ background: {t.field};
    color: {t.text}; border: 1px solid {t.control}; border-radius: 4px; padding: 0 8px;
    selection-background-color: {t.selection}; selection-color: {t.text}; }}
QLineEdit, QSpinBox, QDoubleSpinBox {{ min-height: 26px; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ min-height: 24px; }}
QLineEdit QToolButton, QLineEdit QToolButton:focus {{ min-height: 0; min-width: 0; padding: 0;
  border: none; background: transparent; }}
QPlainTextEdit, QTextEdit {{ padding: 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
    border: 2px solid {t.accent}; padding: 0 7px; }}
QComboBox {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong};
    border-radius: 4px; min-height: 26px; padding: 0 8px; }}
QComboBox:focus {{ border: 2px solid {t.accent}; padding: 0 7px; min-height: 24px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.text};
    selection-background-color: {t.selection}; border: 1px solid {t.line_strong}; }}
QListWidget, QListView, QTreeView, QTableView {{ background: {t.panel}; color: {t.text};
    border: 1px solid {t.line}; outline: none; }}
QListWidget::item:selected, QListView::item:selected, QTreeView::item:selected,
QTableView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QHeaderView::section {{ background: {t.panel}; color: {t.text_3}; border: none;
    padding: 0 4px; }}
QListWidget[kind="strip"]:focus {{ border: 2px solid {t.accent}; }}
QListWidget[kind="pages"] {{ border: none; padding: 8px; }}
QListWidget[kind="pages"]::item {{ border-radius: 4px; padding-left: 8px; }}
QSlider::groove:horizontal {{ background: {t.line_strong}; height: 3px; border-radius: 1px; }}
QSlider::handle:horizontal {{ background: {t.text_2}; width: 12px; height: 12px; margin: -5px 0;
    border-radius: 6px; }}
QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
"""
