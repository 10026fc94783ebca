"""Uploads in, files out."""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from PIL import Image
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from restitch_app.demo.server.answers import Json, ServerTrouble, empty
from restitch_app.demo.server.faults import FaultBox
from restitch_app.demo.server.folders import KINDS, Folders, OutsideFolder

MAX_UPLOAD_BYTES = 100 * 1024 * 1024
HUGE_BYTES = 1 << 40


@dataclass(frozen=True, slots=True)
class FileRoutes:
    folders: Folders
    faults: FaultBox

    async def upload(self, request: Request) -> Response:
        if int(request.headers.get("content-length", 0)) > MAX_UPLOAD_BYTES:
            words = f"Maximum request body size {MAX_UPLOAD_BYTES} exceeded."
            return PlainTextResponse(words, 413)
        try:
            async with request.form() as form:
                return await self._keep(form)
        except MultiPartException:
            return empty(400)

    async def _keep(self, form: FormData) -> Response:
        image = form.get("image")
        if image is None:
            return empty(400)
        kind = str(form.get("type") or "input")
        if not isinstance(image, UploadFile) or kind not in KINDS:
            raise ServerTrouble
        name = (image.filename or "").replace("\\", "")
        if not name:
            return empty(400)
        if name.startswith("/"):
            raise ServerTrouble
        subfolder = str(form.get("subfolder") or "")
        overwrite = form.get("overwrite") in ("true", "1")
        try:
            kept = self.folders.keep_upload(kind, subfolder, name, await image.read(), overwrite)
        except OutsideFolder:
            return empty(400)
        return Json({"name": kept, "subfolder": subfolder, "type": kind})

    async def view(self, request: Request) -> Response:
        query = request.query_params
        name = query.get("filename")
        if not name:
            return empty(404)
        kind = query.get("type", "output")
        for one in KINDS:
            if name.endswith(f" [{one}]"):
                name, kind = name.removesuffix(f" [{one}]"), one
        if kind not in KINDS or name.startswith("/") or ".." in name:
            return empty(400)
        try:
            path = self.folders.inside(kind, query.get("subfolder", ""), Path(name).name)
        except OutsideFolder:
            return empty(403)
        if not path.is_file() or self._download_fault("vanished"):
            return empty(404)
        if "preview" in query:
            return _preview(path, query["preview"])
        return self._send(path, request)

    def _send(self, path: Path, request: Request) -> Response:
        stat = path.stat()
        headers = {
            "Content-Type": mimetypes.guess_type(path.name)[0] or "application/octet-stream",
            "Content-Disposition": f'filename="{path.name}"',
            "X-Content-Type-Options": "nosniff",
            "Etag": f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"',
            "Last-Modified": formatdate(stat.st_mtime, usegmt=True),
            "Accept-Ranges": "bytes",
        }
        if request.headers.get("if-none-match") == headers["Etag"]:
            return Response(status_code=304, headers=headers)
        data = path.read_bytes()
        wanted = _byte_range(request.headers.get("range"), len(data))
        if wanted is not None:
            begin, end = wanted
            if begin >= end:
                headers["Content-Range"] = f"bytes */{len(data)}"
                return Response(status_code=416, headers=headers)
            headers["Content-Range"] = f"bytes {begin}-{end - 1}/{len(data)}"
            return Response(data[begin:end], 206, headers)
        return self._whole(data, headers)

    def _whole(self, data: bytes, headers: dict[str, str]) -> Response:
        if self._download_fault("half_file"):
            return Response(data[: len(data) // 2], 200, headers)
        if self._download_fault("truncated"):
            return CutShort(data[: len(data) // 2], headers, len(data))
        if self._download_fault("huge_length"):
            return CutShort(data, headers, HUGE_BYTES)
        return Response(data, 200, headers)

    def _download_fault(self, name: str) -> bool:
        return self.faults.faults.download == name and self.faults.take("download")


class CutShort(Response):
    """Promises `claimed` bytes and sends fewer; the connection is then cut by `HangUp`."""

    def __init__(self, data: bytes, headers: dict[str, str], claimed: int) -> None:
        super().__init__(data, 200, {**headers, "content-length": str(claimed)})


def _preview(path: Path, how: str) -> Response:
    shape, _, quality = how.partition(";")
    try:
        with Image.open(path) as picture:
            out = io.BytesIO()
            picture.convert("RGB").save(out, shape, quality=int(quality or 90))
    except (OSError, ValueError, KeyError) as error:
        raise ServerTrouble from error
    return Response(out.getvalue(), 200, {"Content-Type": f"image/{shape}"})


def _byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Half-open; an empty range cannot be served. None: no range was asked for."""
    if header is None or not header.startswith("bytes="):
        return None
    first, _, last = header.removeprefix("bytes=").partition("-")
    try:
        if not first:
            return max(0, size - int(last)), size
        begin = int(first)
        return begin, min(size, int(last) + 1) if last else size
    except ValueError:
        return 0, 0
