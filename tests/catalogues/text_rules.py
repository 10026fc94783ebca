"""Which constants of the sources are texts that a person reads, by where and what they are."""

from __future__ import annotations

import re

ROOMS = ("analysis", "bridge", "comfy", "domain", "media", "services", "smoothing", "store", "ui")
"""What the window shows was written in one of them."""
PLAIN_WORDS_IN = ("domain", "services", "ui")
"""Elsewhere a single word with a capital is a name of ComfyUI's, a codec's, a file's."""
LEFT_OUT_FILES = (
    "ui/language/",
    "store/schema.py",
    "store/step_",
    "ui/theme/style_",
)
_COMPARED = "warmer cooler brighter darker softer sharper greener redder bluer yellower"
MORE = (
    "smooth",
    "borderline",
    "visible jump",
    "visible",
    "levels",
    "octaves",
    "share",
    "not checked",
    "stale",
    "current",
    "approved",
    "needs work",
    "is",
    "are",
    "has an",
    "have an",
    "stays",
    "stay",
    "carries",
    "carry",
    "steady",
    "Cross-fade",
    "Green–red",
    "Blue–yellow",
    "softens the picture",
    "doubles contours",
    "motion-aware fade",
    *_COMPARED.split(),
)
"""Single words that are put into sentences."""

NOT_READ = ("rgb8 {width}x{height}\n", "{size}@{rate} {kept} frames")
"""Made for programs, though they look like a text."""

_NAMED = """
    setObjectName QKeySequence getLogger debug info warning error exception critical log compile
    sub Path open getattr setattr hasattr execute_sql execute setProperty property startswith
    endswith strftime strptime encode decode removeprefix removesuffix replace split rsplit
    partition rpartition Slot SQL TypeVar NewType import_module findChild findChildren
    environ getenv glob rglob joinpath setStyleSheet fromlist search match fullmatch finditer
    findall cast namedtuple
    ValueError TypeError KeyError AssertionError RuntimeError LookupError NotImplementedError
    IndexError RuntimeWarning AttributeError Thread ThreadPoolExecutor frozenset invokeMethod
    with_suffix with_name beginGroup setValue value remove count find index translate fromUtf8
    callproc isinstance setFamily setFamilies setIcon icon
"""
NOT_SHOWN_CALLS = frozenset(_NAMED.split())
"""What these are given is a name, a pattern, a log line: not seen by a person."""
ACTION_CALLS = frozenset({"_spec", "_always", "_choice"})
"""Those of `ui/commands/action_specs.py`: a text, keys, a menu."""
SHOWN_CALLS = frozenset({"tr", "tr_n", "mark"})
"""What these are given is a text, whatever it looks like."""

CODE = re.compile(
    r"""
    [^A-Za-z]*                                   # no letters
    | [\w.\-/:*+%{}\[\]]*[_/][\w.\-/:*+%{}\[\]]*  # identifiers, paths, routes
    | [a-z0-9.\-]+                               # words of machines
    | [A-Z0-9]+[_\-A-Z0-9 +]*                    # constants, codecs, keys
    | [A-Z][a-z]+(-[A-Z][A-Za-z]+)+              # HTTP headers
    | \w*[a-z0-9][A-Z]\w*.*[^ .…]?               # ComfyUI's and Qt's class names (without blanks)
    | (Ctrl|Shift|Alt|Meta)\+\S.*                # keys
    | [\w\-]+/[\w\-.+*]+(;.*)?                   # media types
    | \S+\.(py|json|mp4|png|svg|ini|db|txt|log|md|restitch|safetensors)
    """,
    re.VERBOSE,
)
SQL = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|VACUUM|WITH|BEGIN|ATTACH|DETACH|"
    r"COMMIT|ROLLBACK|SAVEPOINT|RELEASE|journal_mode|REINDEX|"
    r"NULLS|COALESCE|NOT NULL|CHECK|REFERENCES)\b"
)
TYPE = re.compile(r"\w+\[.+\]( \| \w+)*")
STYLE = re.compile(r"[\w#\[\]=\"':, >.*-]+\{[^{}]*:[^{}]*;", re.DOTALL)
TIME_FORMAT = re.compile(r"%[YmdHMSjaAbBpfzZ]")
IN_A_MENU = re.compile(r"(File|Edit|View|Playback|Segment|Boundary|Window|Help)/(.+)")
"""A submenu, as `ActionSpec.menu` has it."""
COLUMNS = re.compile(r"\s*([a-z0-9_]+\s+)*[a-z]+_[a-z0-9_]+(\s+[a-z0-9_]+)*\s*$")
"""Of a table of the database."""
CONSTANTS = re.compile(r"[A-Z0-9_ ,+\-]+")
WORD = re.compile(r"[A-Za-z]{2,}")
BESIDE_A_PLACE = re.compile(r"[A-Za-z]{3,} | [A-Za-z]{3,}")
"""A whole word before or behind a place: "{count} frames"."""
PLAIN_WORD = re.compile(r"[A-Z][a-z]+[.…:!?]?")


def is_text(text: str, room: str) -> bool:
    """Whether a person may read this constant; its places are written as {name}."""
    if text in NOT_READ or TYPE.fullmatch(text):
        return False
    if any(one.match(text) for one in (SQL, STYLE, COLUMNS)):
        return False
    if TIME_FORMAT.search(text) or "<" in text or "{{" in text:
        return False
    words = re.sub(r"\{\w+\}", "", text)
    if " " in words.strip():
        return bool(WORD.search(words)) and not CONSTANTS.fullmatch(words)
    if "{" in text:
        return bool(BESIDE_A_PLACE.search(words)) and not CODE.fullmatch(words.strip())
    return room in PLAIN_WORDS_IN and bool(PLAIN_WORD.fullmatch(text))
