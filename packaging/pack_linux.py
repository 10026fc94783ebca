"""Makes packages from the frozen folder: pack_linux.py FROZEN OUTPUT [deb] [tarball]

Needs dpkg-deb. SOURCE_DATE_EPOCH gives the times of all files.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from version import version

HERE = Path(__file__).parent
LINUX = HERE / "linux"
APP_ID = "org.restitch.Restitch"
MIME_ICON = "application-x-restitch-project"
PLACEHOLDER = "restitch.example.org"
"""An address that nobody can have (RFC 2606), where the build was not told a real one."""
HOME = os.environ.get("RESTITCH_HOME") or f"https://{PLACEHOLDER}"
"""Where the project lives."""
CONTACT = os.environ.get("RESTITCH_CONTACT") or f"The Restitch authors <packages@{PLACEHOLDER}>"
"""Who answers for the package: name and address, as Debian writes them."""
MADE_AT = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
XZ_LEVEL = os.environ.get("XZ_LEVEL")
"""For trials, where it matters not how small a package is; otherwise each has its own."""
DOCUMENTS = ("THIRD-PARTY.txt", "SBOM.cdx.json")


def main() -> None:
    frozen, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    tree = output / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(frozen, tree)
    if "tarball" in sys.argv[3:]:
        print(tarball(tree, output))
    if "deb" in sys.argv[3:]:
        print(deb(tree, output))
    if PLACEHOLDER in HOME + CONTACT:
        told = "set RESTITCH_HOME and RESTITCH_CONTACT before it is handed to others"
        print(f"{PLACEHOLDER} in it is a placeholder: {told}", file=sys.stderr)


def lay_out(frozen: Path, tree: Path) -> None:
    """As it lies below / when it is installed."""
    program = tree / "usr/lib/restitch"
    shutil.copytree(frozen, program, symlinks=True)
    (program / "LICENSE").unlink()  # /usr/share/doc has it
    documents = tree / "usr/share/doc/restitch"
    documents.mkdir(parents=True)
    for name in DOCUMENTS:
        (program / name).rename(documents / name)
        (program / name).symlink_to(f"../../share/doc/restitch/{name}")  # "About" looks here
    (tree / "usr/bin").mkdir()
    for name in ("restitch", "restitch-window"):
        (tree / "usr/bin" / name).symlink_to(f"../lib/restitch/{name}")
    copied(LINUX / f"{APP_ID}.desktop", tree / "usr/share/applications")
    copied(LINUX / "restitch.xml", tree / "usr/share/mime/packages")
    filled(
        LINUX / f"{APP_ID}.metainfo.xml.in",
        tree / f"usr/share/metainfo/{APP_ID}.metainfo.xml",
        HOME=HOME,
        VERSION=version(),
        DATE=f"{MADE_AT:%Y-%m-%d}",
    )
    icons(tree / "usr/share/icons/hicolor", frozen.parents[1] / "icons")
    for page in sorted((frozen.parents[1] / "man").glob("*.1")):
        zipped(page.read_bytes(), tree / f"usr/share/man/man1/{page.name}.gz")
    copied(LINUX / "copyright", documents)
    zipped((HERE.parent / "CHANGELOG.md").read_bytes(), documents / "changelog.gz")
    zipped(debian_changelog().encode(), documents / "changelog.Debian.gz")
    settle_modes(tree)


def icons(theme: Path, drawn: Path) -> None:
    for kind, source, drawing, name in (
        ("apps", "restitch", "icon", APP_ID),
        ("mimetypes", "restitch-project", "document", MIME_ICON),
    ):
        for picture in sorted(drawn.glob(f"{source}-*.png")):
            size = re.fullmatch(rf"{source}-(\d+)", picture.stem)
            if size:
                place = theme / f"{size[1]}x{size[1]}" / kind
                place.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(picture, place / f"{name}.png")
        place = theme / "scalable" / kind
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / f"{drawing}.svg", place / f"{name}.svg")


def debian_changelog() -> str:
    return (
        f"restitch ({version()}-1) unstable; urgency=medium\n\n"
        "  * See changelog.gz for what is new.\n\n"
        f" -- {CONTACT}  {format_datetime(MADE_AT)}\n"
    )


def settle_modes(tree: Path) -> None:
    """The same for everybody who builds; libraries are not run by themselves."""
    times = (MADE_AT.timestamp(), MADE_AT.timestamp())
    for path in sorted(tree.rglob("*")):
        os.utime(path, times, follow_symlinks=False)
        if path.is_symlink():
            continue
        is_program = path.is_file() and path.name == "restitch" and path.parent.name == "restitch"
        path.chmod(0o755 if is_program or path.is_dir() else 0o644)


def deb(tree: Path, output: Path) -> Path:
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file())
    filled(
        LINUX / "control.in",
        control / "control",
        VERSION=version(),
        CONTACT=CONTACT,
        SIZE_KIB=str(-(-size // 1024)),
        DEPENDS=", ".join((LINUX / "depends.txt").read_text(encoding="utf-8").split("\n")).strip(
            ", "
        ),
    )
    overrides = tree / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides / "restitch")
    (control / "md5sums").write_text(
        "".join(
            f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
            f"{path.relative_to(tree)}\n"
            for path in sorted(tree.rglob("*"))
            if path.is_file() and not path.is_symlink() and control not in path.parents
        ),
        encoding="utf-8",
    )
    settle_modes(tree)  # once more, for what has come since
    made = output / f"restitch_{version()}-1_amd64.deb"
    # Two FFmpegs and two OpenBLAS are in the tree: a large dictionary finds what they share.
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{XZ_LEVEL or 9}", "--build", tree, made],
        check=True,
    )
    return made


def tarball(tree: Path, output: Path) -> Path:
    """For systems without dpkg: unpack it anywhere and start restitch-window."""
    made = output / f"restitch-{version()}-linux-x86_64.tar.xz"
    name = f"restitch-{version()}"
    folder = tree / "usr/lib/restitch"
    ordered = ["--sort=name", f"--mtime=@{MADE_AT.timestamp():.0f}", "--owner=0", "--group=0"]
    followed = ["--numeric-owner", "--format=gnu", f"--transform=flags=r;s,^\\.,{name},"]
    # Fixed threads: xz splits its work by them, and the same tree has to give the same bytes.
    packing = [f"--use-compress-program=xz -{XZ_LEVEL or 2} -T2", "--create", f"--file={made}"]
    with tempfile.TemporaryDirectory() as there:
        whole = Path(there) / name
        shutil.copytree(folder, whole, symlinks=True, ignore=shutil.ignore_patterns(*DOCUMENTS))
        for document in DOCUMENTS:
            shutil.copyfile(folder / document, whole / document)
        shutil.copyfile(HERE.parent / "LICENSE", whole / "LICENSE")
        subprocess.run(["tar", *ordered, *followed, *packing, "-C", str(whole), "."], check=True)
    return made


def copied(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / source.name)


def filled(source: Path, target: Path, **values: str) -> None:
    text = source.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def zipped(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", compresslevel=9, fileobj=file, mtime=0) as packed,
    ):
        packed.write(content)


if __name__ == "__main__":
    main()
