"""Names from outside that may only lead to places inside one folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from restitch_app.domain.errors import WrongUse

LONGEST_NAME_BYTES = 200
FORBIDDEN = frozenset('<>:"|?*\\')
"""No file of Windows can have them; a backslash would also divide folders there."""


def path_inside(folder: Path, name: str) -> Path:
    """`folder / name`, which lies in `folder` whatever links are on the way, and is no link itself.

    Folders on the way must be there. Raises WrongUse.
    """
    parts = PurePosixPath(name).parts
    if not parts or name.endswith("/") or not all(map(_is_plain, parts)):
        raise _refused(name)
    path = folder.joinpath(*parts)
    if path.is_symlink():
        raise _refused(name)
    parent = path.parent.resolve()
    if parent != folder.resolve() and folder.resolve() not in parent.parents:
        raise _refused(name)
    return path


def _is_plain(part: str) -> bool:
    return (
        part.isprintable()
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and not FORBIDDEN.intersection(part)
        and not PureWindowsPath(part).is_reserved()
        and "/" not in part
        and len(part.encode("utf-8", "replace")) <= LONGEST_NAME_BYTES
    )


def _refused(name: str) -> WrongUse:
    return WrongUse(
        "This name cannot be used",
        f"{name[:LONGEST_NAME_BYTES]!r} leads elsewhere, or is no name that every system has",
        'Give a plain name, as "film.mp4"',
    )
