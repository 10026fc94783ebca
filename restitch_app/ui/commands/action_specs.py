"""Everything that the menus and the keyboard can do, as data."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.ui.commands.acts import Act


@dataclass(frozen=True, slots=True)
class ActionSpec:
    id: Act
    text: str
    """As the menu shows it; "…" where more is asked."""
    keys: tuple[str, ...] = ()
    menu: str = ""
    """File, Edit, ...; "View/Theme" is a menu inside View; empty: keyboard only."""
    icon: str = ""
    group: int = 0
    """Menus draw a line between groups."""
    is_checkable: bool = False
    needs_scene: bool = True
    """Disabled while no project is open."""
    tip: str = ""


def _spec(
    act: Act, text: str, keys: str = "", menu: str = "", icon: str = "", group: int = 0
) -> ActionSpec:
    return ActionSpec(act, text, tuple(keys.split()), menu, icon, group)


def _always(
    act: Act, text: str, keys: str = "", menu: str = "", icon: str = "", group: int = 0
) -> ActionSpec:
    return ActionSpec(act, text, tuple(keys.split()), menu, icon, group, needs_scene=False)


def _choice(
    act: Act, text: str, keys: str = "", menu: str = "", icon: str = "", group: int = 0
) -> ActionSpec:
    is_theme = menu == "View/Theme"
    return ActionSpec(
        act, text, tuple(keys.split()), menu, icon, group, True, needs_scene=not is_theme
    )


SPECS: tuple[ActionSpec, ...] = (
    _always(Act.OPEN, "Open project…", "Ctrl+O", "File", "folder-open"),
    _always(Act.NEW_SCENE, "New scene from clips…", "Ctrl+N", "File", "film"),
    _always(Act.GENERATE, "New scene from a picture…", "Ctrl+Shift+N", "File", "plus"),
    _always(Act.DEMO, "Try the demo", "", "File", "play"),
    _spec(Act.EXPORT, "Export…", "Ctrl+E", "File", "upload", 1),
    _spec(Act.HAND_OVER, "Hand over decisions…", "", "File", "", 1),
    _spec(Act.MERGE, "Merge decisions…", "", "File", "", 1),
    _spec(Act.SAVE_FRAME, "As it is on the screen…", "Ctrl+Shift+S", "File/Save frame", "", 1),
    _spec(Act.SAVE_A, "A…", "", "File/Save frame", "", 1),
    _spec(Act.SAVE_B, "B…", "", "File/Save frame", "", 1),
    _spec(Act.CLOSE_PROJECT, "Close project", "Ctrl+W", "File", "", 1),
    _always(Act.QUIT, "Quit", "Ctrl+Q", "File", "", 2),
    _spec(Act.UNDO, "Undo", "Ctrl+Z", "Edit", "undo-2"),
    _spec(Act.REDO, "Redo", "Ctrl+Shift+Z", "Edit", "redo-2"),
    _spec(Act.RENAME_SCENE, "Rename scene…", "F2", "Edit"),
    _spec(Act.COPY_FRAME, "As it is on the screen", "Ctrl+C", "Edit/Copy frame", "", 1),
    _spec(Act.COPY_A, "A", "", "Edit/Copy frame", "", 1),
    _spec(Act.COPY_B, "B", "", "Edit/Copy frame", "", 1),
    _always(Act.SERVERS, "Servers…", "", "Edit", "", 2),
    _always(Act.SETTINGS, "Settings…", "Ctrl+,", "Edit", "settings", 2),
    _choice(Act.SIDE_BY_SIDE, "Side by side", "1", "View", "columns-2"),
    _choice(Act.WIPE, "Wipe", "2", "View", "square-split-horizontal"),
    _choice(Act.DIFFERENCE, "Difference", "3", "View", "contrast"),
    _choice(Act.TOGGLE, "Toggle", "4", "View", "arrow-left-right"),
    _choice(Act.SINGLE, "Single", "5", "View", "square"),
    _spec(Act.FLIP, "Flip A and B", "`", "View", "", 1),
    _spec(Act.SWAP, "Swap A and B", "X", "View", "arrow-left-right", 1),
    _spec(Act.LIVE_PREVIEW, "Live preview, or current version", "V", "View", "eye", 1),
    _spec(Act.BLIND, "Blind comparison", "B", "View", "", 1),
    _spec(Act.WIPE_LEFT, "Wipe line to the left", "Ctrl+Left", "View/Wipe and difference", "", 1),
    _spec(
        Act.WIPE_RIGHT, "Wipe line to the right", "Ctrl+Right", "View/Wipe and difference", "", 1
    ),
    _spec(Act.MORE_GAIN, "Stronger difference", "Ctrl+Up", "View/Wipe and difference", "", 1),
    _spec(Act.LESS_GAIN, "Weaker difference", "Ctrl+Down", "View/Wipe and difference", "", 1),
    _spec(Act.FIT_PICTURE, "Fit picture", "Z", "View/Zoom picture", "zoom-in", 2),
    _spec(Act.PICTURE_100, "100 %", "Ctrl+1", "View/Zoom picture", "", 2),
    _spec(Act.PICTURE_200, "200 %", "Ctrl+2", "View/Zoom picture", "", 2),
    _spec(Act.PICTURE_400, "400 %", "Ctrl+4", "View/Zoom picture", "", 2),
    _spec(Act.PICTURE_800, "800 %", "Ctrl+8", "View/Zoom picture", "", 2),
    _spec(Act.ENLARGE_PICTURE, "Enlarge", "Ctrl++ Ctrl+=", "View/Zoom picture", "zoom-in", 2),
    _spec(Act.SHRINK_PICTURE, "Make smaller", "Ctrl+-", "View/Zoom picture", "zoom-out", 2),
    _spec(Act.PAN_LEFT, "Look further left", "Alt+Left", "View/Zoom picture", "", 2),
    _spec(Act.PAN_RIGHT, "Look further right", "Alt+Right", "View/Zoom picture", "", 2),
    _spec(Act.PAN_UP, "Look further up", "Alt+Up", "View/Zoom picture", "", 2),
    _spec(Act.PAN_DOWN, "Look further down", "Alt+Down", "View/Zoom picture", "", 2),
    _choice(Act.LINK_PICTURES, "Both together", "Ctrl+L", "View/Zoom picture", "link-2", 2),
    _choice(Act.PIXELS, "Pixel read-out", "E", "View", "", 2),
    _choice(Act.SCOPES, "Histogram and waveform", "H", "View", "", 2),
    _spec(Act.PIN_PICTURE, "Pin a picture…", "", "View/Reference picture", "", 2),
    _spec(Act.PIN_FRAME, "Pin this frame", "Shift+P", "View/Reference picture", "", 2),
    _spec(Act.UNPIN, "Unpin", "", "View/Reference picture", "", 2),
    _choice(Act.DRAWINGS, "Drawings on frames", "Shift+D", "View", "", 2),
    _choice(Act.FRAME_STRIP, "Frame strip", "", "View", "", 2),
    _spec(Act.ZOOM_IN, "Zoom timeline in", "+ =", "View", "zoom-in", 3),
    _spec(Act.ZOOM_OUT, "Zoom timeline out", "-", "View", "zoom-out", 3),
    _spec(Act.FIT_TIMELINE, "Fit timeline", "Shift+Z", "View", "", 3),
    _choice(Act.SHOW_EVERYTHING, "Everything", "Alt+0", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_VISIBLE, "Visible jumps", "Alt+1", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_BORDERLINE, "Borderline", "Alt+2", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_SMOOTH, "Smooth", "Alt+3", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_NOT_CHECKED, "Not checked", "Alt+4", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_STALE, "Stale segments", "Alt+5", "View/Shown in the timeline", "", 3),
    _choice(Act.SHOW_NEEDS_WORK, "Needs work", "Alt+6", "View/Shown in the timeline", "", 3),
    _choice(Act.THEME_SYSTEM, "As the system", "", "View/Theme"),
    _choice(Act.THEME_DARK, "Dark", "", "View/Theme"),
    _choice(Act.THEME_LIGHT, "Light", "", "View/Theme"),
    _choice(Act.THEME_CONTRAST, "High contrast", "", "View/Theme"),
    _always(Act.FULL_SCREEN, "Full screen", "F", "View", "maximize", 5),
    _choice(Act.SECOND_DISPLAY, "Players on another display", "Shift+F", "View", "", 5),
    _always(Act.RESET_LAYOUT, "Reset layout", "", "View", "", 5),
    _spec(Act.PLAY, "Play or pause", "Space", "Playback", "play"),
    _spec(Act.REVERSE, "Play backwards", "J", "Playback", "rewind"),
    _spec(Act.STOP, "Stop", "K", "Playback", "pause"),
    _spec(Act.FORWARD, "Play forwards", "L", "Playback", "fast-forward"),
    _spec(Act.FRAME_BACK, "One frame back", "Left", "Playback", "step-back", 1),
    _spec(Act.FRAME_FORWARD, "One frame forward", "Right", "Playback", "step-forward", 1),
    _spec(Act.TEN_BACK, "Ten frames back", "Shift+Left", "Playback", "", 1),
    _spec(Act.TEN_FORWARD, "Ten frames forward", "Shift+Right", "Playback", "", 1),
    _spec(Act.SCENE_START, "Start of the scene", "Home", "Playback", "", 1),
    _spec(Act.SCENE_END, "End of the scene", "End", "Playback", "", 1),
    _spec(Act.GO_TO, "Go to frame or timecode…", "Ctrl+G", "Playback", "", 1),
    _choice(Act.LOOP, "Loop boundary", "P", "Playback", "repeat", 2),
    _spec(Act.MARK_IN, "Set in point", "I", "Playback", "", 3),
    _spec(Act.MARK_OUT, "Set out point", "O", "Playback", "", 3),
    _spec(Act.GO_TO_IN, "Go to in point", "Shift+I", "Playback", "", 3),
    _spec(Act.GO_TO_OUT, "Go to out point", "Shift+O", "Playback", "", 3),
    _spec(Act.CLEAR_MARKS, "Clear in and out points", "Alt+X", "Playback", "", 3),
    _choice(Act.LOOP_MARKED, "Loop in to out", "Alt+P", "Playback", "", 3),
    _choice(Act.MUTE, "Mute", "Shift+M", "Playback", "volume-x", 4),
    _spec(Act.LOUDER, "Louder", "Shift+Up", "Playback", "", 4),
    _spec(Act.QUIETER, "Quieter", "Shift+Down", "Playback", "", 4),
    _spec(Act.PREVIOUS_SEGMENT, "Previous segment", "Up", "Segment"),
    _spec(Act.NEXT_SEGMENT, "Next segment", "Down", "Segment"),
    _spec(Act.SELECT_ALL, "Select all segments", "Ctrl+A", "Segment"),
    _spec(Act.TAKES, "Look at takes", "T", "Segment"),
    _spec(Act.REGENERATE, "Regenerate…", "R", "Segment", "refresh-cw", 1),
    _spec(Act.CASCADE, "Regenerate from here on…", "Shift+R", "Segment", "", 1),
    _spec(Act.REGENERATE_FROM_HERE, "Regenerate from this frame on…", "", "Segment", "", 1),
    _spec(Act.EXTEND, "Extend the scene…", "", "Segment", "plus", 1),
    _spec(Act.CANCEL_JOBS, "Cancel jobs", "", "Segment", "x", 1),
    _spec(Act.WORKFLOWS, "Workflow inputs…", "", "Segment", "settings", 1),
    _spec(Act.APPROVE, "Approve, or accept the boundary", "A", "Segment", "check", 2),
    _spec(Act.NEEDS_WORK, "Needs work, or take it back", "W", "Segment", "", 2),
    _spec(Act.NEEDS_WORK_REASON, "Needs work with a reason…", "Shift+W", "Segment", "", 2),
    _spec(Act.ADD_NOTE, "Add note at this frame", "M", "Segment", "message-square", 2),
    _spec(Act.DRAW, "Draw on this frame", "D", "Segment", "", 2),
    _spec(Act.SPLIT, "Split at this frame", "", "Segment", "", 3),
    _spec(Act.INSERT_CLIPS, "Insert clips before…", "", "Segment", "plus", 3),
    _spec(Act.MOVE_EARLIER, "Move one place earlier", "", "Segment", "", 3),
    _spec(Act.MOVE_LATER, "Move one place later", "", "Segment", "", 3),
    _spec(Act.REMOVE_SEGMENT, "Remove from the scene", "", "Segment", "x", 3),
    _spec(Act.PREVIOUS_BOUNDARY, "Previous boundary", "[ PgUp", "Boundary", "skip-back"),
    _spec(Act.NEXT_BOUNDARY, "Next boundary", "] PgDown", "Boundary", "skip-forward"),
    _spec(Act.NEXT_OPEN, "Next visible jump", "N", "Boundary", "skip-forward", 1),
    _spec(Act.PREVIOUS_OPEN, "Previous visible jump", "Shift+N", "Boundary", "", 1),
    _spec(Act.SMOOTH, "Inspect and smooth boundary", "S", "Boundary", "spline", 2),
    _spec(Act.APPLY, "Apply fix, or open", "Return Enter", "Boundary", "", 2),
    _spec(Act.ACCEPT_WITH_REASON, "Accept with a reason…", "Shift+A", "Boundary", "", 2),
    _spec(Act.DECLARE_CUT, "Declare a cut, or take it back", "Shift+C", "Boundary", "", 2),
    _spec(Act.CALL_SMOOTH, "I see it as smooth", "", "Boundary/Wrong call", "", 3),
    _spec(Act.CALL_BORDERLINE, "I see it as borderline", "", "Boundary/Wrong call", "", 3),
    _spec(Act.CALL_VISIBLE, "I see a visible jump", "", "Boundary/Wrong call", "", 3),
    _spec(Act.CALL_BACK, "Take back wrong call", "", "Boundary/Wrong call", "undo-2", 3),
    _spec(Act.CHECK_AGAIN, "Check this boundary again", "Shift+F5", "Boundary", "activity", 3),
    _spec(Act.CHECK_ALL, "Check all boundaries again", "F5", "Boundary", "activity", 3),
    _always(Act.BACK, "Back to the players", "Escape", "Window"),
    _spec(Act.OPEN_POINTS, "Open points", "Q", "Window"),
    _always(Act.NEXT_PANEL, "Next panel", "F6", "Window"),
    _always(Act.PREVIOUS_PANEL, "Previous panel", "Shift+F6", "Window"),
    _always(Act.SHORTCUTS, "Shortcuts", "? F1", "Help", "keyboard"),
    _always(Act.GUIDE, "Guide", "", "Help", "book-open"),
    _spec(Act.HINTS, "Show hints", "", "Help"),
    _always(Act.SHOW_LOG, "Show log", "", "Help", "", 1),
    _always(Act.COPY_DIAGNOSTICS, "Copy diagnostics", "", "Help", "", 1),
    _always(Act.ABOUT, "About Restitch", "", "Help", "info", 1),
)
MENUS = ("File", "Edit", "View", "Playback", "Segment", "Boundary", "Window", "Help")
