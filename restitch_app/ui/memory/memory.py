"""What the window remembers from one start to the next, in a file of its own."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.pieces.there import is_folder
from restitch_app.ui.theme.choice import ThemeChoice

log = logging.getLogger(__name__)

MOST_RECENTS = 12
DEFAULT_SERVER = "http://127.0.0.1:8188"
"""ComfyUI's own address, offered where none was connected to yet."""
TEXT_PERCENTS = (100, 110, 125, 150)
LOOP_FRAMES = (6, 12, 24, 0)
LEAST_CACHE_MB, DEFAULT_CACHE_MB, MOST_CACHE_MB = 128, 512, 65_536
"""512 MB hold two whole 81-frame versions at 1080p; 128 MB still play two of them backwards."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A project as it was when it was last open; shown without opening it."""

    folder: str
    name: str
    facts: str
    """"10 segments · 810 frames · 50.6 s"."""
    first_frame: str = ""
    """Picture files, absolute."""
    last_frame: str = ""
    visible: int = 0
    borderline: int = 0
    smooth: int = 0
    opened_at: str = ""
    """ISO, local time."""


class WindowMemory:
    """Reading never fails: what is damaged or of another kind counts as not there."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        if self._settings.status() is not QSettings.Status.NoError:
            log.warning("the settings in %s cannot be read and are left out", file)

    def save(self) -> None:
        self._settings.sync()

    # the window

    @property
    def theme(self) -> ThemeChoice:
        try:
            return ThemeChoice(str(self._settings.value("theme", ThemeChoice.SYSTEM.value)))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", choice.value)

    @property
    def language(self) -> LanguageChoice:
        """What the window speaks from the next start on."""
        try:
            return LanguageChoice(str(self._settings.value("language", "system")))
        except ValueError:
            return LanguageChoice.SYSTEM

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._settings.setValue("language", choice.value)

    @property
    def server(self) -> str:
        """The one to connect to."""
        return self.chosen_server or DEFAULT_SERVER

    @server.setter
    def server(self, url: str) -> None:
        self._settings.setValue("server", url)

    @property
    def chosen_server(self) -> str:
        """Where new scenes render; empty where none was chosen: on any of the list."""
        return str(self._settings.value("server", ""))

    @property
    def text_percent(self) -> int:
        """Of the system's text size."""
        return min(max(self._number("text_percent", TEXT_PERCENTS[0]), 100), TEXT_PERCENTS[-1])

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._settings.setValue("text_percent", percent)

    @property
    def asks_for_releases(self) -> bool:
        """Whether the place where Restitch is published is asked for a newer release; off."""
        return self._number("asks_for_releases", 0) != 0

    @asks_for_releases.setter
    def asks_for_releases(self, does: bool) -> None:
        self._settings.setValue("asks_for_releases", int(does))

    @property
    def asked_for_releases_at(self) -> float:
        """Seconds since 1970; 0 where it was never asked."""
        return float(self._number("asked_for_releases_at", 0))

    @asked_for_releases_at.setter
    def asked_for_releases_at(self, moment: float) -> None:
        self._settings.setValue("asked_for_releases_at", int(moment))

    @property
    def starts_with_last(self) -> bool:
        """Whether the last project is opened at the start; else the welcome page is shown."""
        return self._number("starts_with_last", 1) != 0

    @starts_with_last.setter
    def starts_with_last(self, does: bool) -> None:
        self._settings.setValue("starts_with_last", int(does))

    @property
    def start_command(self) -> str:
        """Starts ComfyUI on this computer, as it would be typed in a terminal; may be empty."""
        return str(self._settings.value("start_command", ""))

    @start_command.setter
    def start_command(self, command: str) -> None:
        self._settings.setValue("start_command", command)

    @property
    def notifies(self) -> bool:
        """Whether the desktop tells of finished renders while the window is away."""
        return self._number("notifies", 1) != 0

    @notifies.setter
    def notifies(self, does: bool) -> None:
        self._settings.setValue("notifies", int(does))

    @property
    def shortcuts(self) -> str:
        """As `KeyBindings.to_text` writes them: only what is unlike the usual keys."""
        return str(self._settings.value("shortcuts", ""))

    @shortcuts.setter
    def shortcuts(self, text: str) -> None:
        self._settings.setValue("shortcuts", text)

    # programs of this computer

    @property
    def serves_api(self) -> bool:
        """Whether the open project is served over HTTP to programs of this computer."""
        return self._number("api/serves", 0) != 0

    @serves_api.setter
    def serves_api(self, does: bool) -> None:
        self._settings.setValue("api/serves", int(does))

    @property
    def api_port(self) -> int:
        """0: a free one."""
        port = self._number("api/port", 0)
        return port if 0 <= port <= 65_535 else 0

    @api_port.setter
    def api_port(self, port: int) -> None:
        self._settings.setValue("api/port", port)

    # playing

    @property
    def loop_frames(self) -> int:
        """How far a loop reaches on each side of a boundary; 0: the whole segments."""
        frames = self._number("playback/loop_frames", LOOP_FRAMES[1])
        return frames if frames in LOOP_FRAMES else LOOP_FRAMES[1]

    @loop_frames.setter
    def loop_frames(self, frames: int) -> None:
        self._settings.setValue("playback/loop_frames", frames)

    @property
    def frame_cache_bytes(self) -> int:
        """Memory for decoded frames and ready pictures."""
        megabytes = self._number("playback/cache_mb", DEFAULT_CACHE_MB)
        return min(max(megabytes, LEAST_CACHE_MB), MOST_CACHE_MB) * 1024 * 1024

    @frame_cache_bytes.setter
    def frame_cache_bytes(self, size_bytes: int) -> None:
        self._settings.setValue("playback/cache_mb", size_bytes // (1024 * 1024))

    @property
    def volume(self) -> float:
        """0.0 to 1.0."""
        return min(max(self._number("playback/volume", 100), 0), 100) / 100

    @volume.setter
    def volume(self, volume: float) -> None:
        self._settings.setValue("playback/volume", round(100 * volume))

    @property
    def is_muted(self) -> bool:
        return self._number("playback/muted", 0) != 0

    @is_muted.setter
    def is_muted(self, is_muted: bool) -> None:
        self._settings.setValue("playback/muted", int(is_muted))

    def _number(self, key: str, usual: int) -> int:
        try:
            return int(str(self._settings.value(key, usual)))
        except ValueError:
            return usual

    # hints for beginners

    @property
    def seen_hints(self) -> frozenset[str]:
        return frozenset(str(self._settings.value("hints/seen", "")).split())

    def note_hints(self, *names: str) -> None:
        """These were seen, or are not wanted; names without a blank."""
        self._settings.setValue("hints/seen", " ".join(sorted(self.seen_hints | {*names})))

    # places

    def geometry(self) -> QByteArray | None:
        return self._bytes("window/geometry")

    def set_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    def layout(self, screen: str) -> QByteArray | None:
        """Widths and places, kept for each screen size: "1920x1080"."""
        return self._bytes(f"layout/{screen}")

    def set_layout(self, screen: str, layout: QByteArray) -> None:
        self._settings.setValue(f"layout/{screen}", layout)

    def forget_layouts(self) -> None:
        self._settings.remove("layout")

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    # the projects

    @property
    def recents(self) -> tuple[Recent, ...]:
        """Newest first."""
        try:
            rows = json.loads(str(self._settings.value("recents", "[]")))
            return tuple(Recent(**row) for row in rows)[:MOST_RECENTS]
        except (ValueError, TypeError):
            return ()

    def note_recent(self, recent: Recent) -> None:
        """Put it first; the same folder is there once."""
        others = [one for one in self.recents if one.folder != recent.folder]
        self._set_recents((recent, *others))

    def move_recent(self, folder: str, found_at: str) -> None:
        """The project was found in another folder."""
        self._set_recents(
            tuple(
                replace(one, folder=found_at, first_frame="", last_frame="")
                if one.folder == folder
                else one
                for one in self.recents
            )
        )

    def forget_recent(self, folder: str) -> None:
        self._set_recents(tuple(one for one in self.recents if one.folder != folder))

    def forget_recents(self) -> None:
        self._set_recents(())

    def _set_recents(self, recents: tuple[Recent, ...]) -> None:
        rows = [asdict(one) for one in recents[:MOST_RECENTS]]
        self._settings.setValue("recents", json.dumps(rows))

    # failures that were seen

    def put_away(self, project: Path) -> dict[int, str]:
        """Of the project in that folder, by job id: when the end came that was put away."""
        try:
            rows = json.loads(str(self._settings.value(f"put_away/{_named(project)}", "[]")))
            return {int(job_id): str(end) for job_id, end in rows}
        except (ValueError, TypeError):
            return {}

    def set_put_away(self, project: Path, ends: dict[int, str]) -> None:
        self._settings.setValue(f"put_away/{_named(project)}", json.dumps([*ends.items()]))

    # pictures pinned beside the players

    @property
    def references(self) -> Path:
        """Where frames are kept that were pinned."""
        return Path(self._settings.fileName()).parent / "references"

    def reference(self, place: str) -> tuple[str, str] | None:
        """(picture file, what it is called) of a scene, named by `place`."""
        try:
            file, name = json.loads(str(self._settings.value(f"references/{place}", "")))
        except (ValueError, TypeError):
            return None
        return str(file), str(name)

    def set_reference(self, place: str, file: Path | None, name: str = "") -> None:
        """None: nothing is pinned there any more."""
        key = f"references/{place}"
        if file is None:
            self._settings.remove(key)
        else:
            self._settings.setValue(key, json.dumps([str(file), name]))

    # folders of file dialogs

    def folder(self, purpose: str) -> str:
        """Where a file dialog for that purpose was last; the home folder at first."""
        value = str(self._settings.value(f"folders/{purpose}", ""))
        return value if value and is_folder(Path(value)) else str(Path.home())

    def set_folder(self, purpose: str, folder: Path) -> None:
        self._settings.setValue(f"folders/{purpose}", str(folder))


def _named(project: Path) -> str:
    """A folder as a key, which may not hold a slash."""
    return hashlib.sha256(str(project).encode()).hexdigest()[:16]
