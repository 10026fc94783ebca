"""Routes about prompts, the queue and the history."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from restitch_app.demo.server.answers import Json, ServerTrouble, empty
from restitch_app.demo.server.engine import Engine
from restitch_app.demo.server.faults import FaultBox
from restitch_app.demo.server.folders import Folders
from restitch_app.demo.server.graph import Json as JsonObject
from restitch_app.demo.server.graph import Prompt
from restitch_app.demo.server.job import Job, now_ms
from restitch_app.demo.server.manner import Manner
from restitch_app.demo.server.validation import Judged, Refusal, judge, refusal


@dataclass(frozen=True, slots=True)
class PromptRoutes:
    engine: Engine
    folders: Folders
    faults: FaultBox
    manner: Manner

    async def get_prompt(self, _request: Request) -> Response:
        return Json({"exec_info": {"queue_remaining": self.engine.remaining()}})

    async def post_prompt(self, request: Request) -> Response:
        body = await _json_body(request)
        fields = body if isinstance(body, dict) else {}
        number = self._number(fields)
        if "prompt" not in fields:
            return _refuse(refusal("no_prompt", "No prompt provided", "No prompt provided"))
        prompt_id = _prompt_id(fields, any_text=self.manner.is_old)
        if prompt_id is None:
            return _refuse(
                refusal(
                    "invalid_prompt_id",
                    "prompt_id must be a valid UUID",
                    "prompt_id must be a UUID string in canonical lowercase hyphenated form; "
                    "omit it to let the server generate one",
                )
            )
        prompt, judged = self._judge(fields)
        if isinstance(judged, Refusal):
            return _refuse(judged)
        if self.faults.take("node_errors"):
            judged = _all_outputs_bad(prompt, judged)
        extra = _extra_data(fields)
        if not self.manner.is_old:
            extra["create_time"] = now_ms()
        job = Job(number, prompt_id, prompt, extra, judged.good_outputs)
        self.engine.put(job)
        shown = job.as_item()[0]
        return Json({"prompt_id": prompt_id, "number": shown, "node_errors": judged.node_errors})

    def _number(self, fields: JsonObject) -> float:
        if "number" in fields:
            try:
                return float(cast(float, fields["number"]))
            except (TypeError, ValueError) as error:
                raise ServerTrouble from error
        number = self.engine.next_number()
        return -number if fields.get("front") else number

    def _judge(self, fields: JsonObject) -> tuple[Prompt, Judged | Refusal]:
        prompt = cast(Prompt, fields["prompt"])
        targets = cast("list[str] | None", fields.get("partial_execution_targets"))
        try:
            return prompt, judge(prompt, self.folders, targets, self.manner)
        except (AttributeError, TypeError, AssertionError) as error:
            raise ServerTrouble from error

    async def get_queue(self, _request: Request) -> Response:
        running, pending = self.engine.queue()
        return Json(
            {
                "queue_running": [job.as_item() for job in running],
                "queue_pending": [job.as_item() for job in pending],
            }
        )

    async def post_queue(self, request: Request) -> Response:
        wanted = await _json_body(request)
        if isinstance(wanted, dict):
            if wanted.get("clear"):
                self.engine.delete_pending(None)
            if "delete" in wanted:
                self.engine.delete_pending(list(wanted["delete"]))
        return empty()

    async def interrupt(self, request: Request) -> Response:
        wanted = await _json_body(request) if await request.body() else {}
        prompt_id = wanted.get("prompt_id") if isinstance(wanted, dict) else None
        self.engine.interrupt(prompt_id)
        return empty()

    async def free(self, request: Request) -> Response:
        wanted = await _json_body(request)
        if isinstance(wanted, dict) and wanted.get("free_memory"):
            self.engine.drop_cache()
        return empty()

    async def get_history(self, request: Request) -> Response:
        entries = list(self.engine.history().items())
        limit = request.query_params.get("max_items")
        if limit is not None:
            try:
                count = int(limit)
            except ValueError as error:
                raise ServerTrouble from error
            entries = entries[len(entries) - min(count, len(entries)) :] if count >= 0 else entries
        return Json({prompt_id: entry.as_json() for prompt_id, entry in entries})

    async def get_history_entry(self, request: Request) -> Response:
        prompt_id = str(request.path_params["prompt_id"])
        entry = self.engine.history().get(prompt_id)
        return Json({} if entry is None else {prompt_id: entry.as_json()})

    async def post_history(self, request: Request) -> Response:
        wanted = await _json_body(request)
        if isinstance(wanted, dict):
            if wanted.get("clear"):
                self.engine.delete_history(None)
            if "delete" in wanted:
                self.engine.delete_history(list(wanted["delete"]))
        return empty()


async def _json_body(request: Request) -> object:
    try:
        return cast(object, json.loads(await request.body()))
    except ValueError as error:
        raise ServerTrouble from error


def _refuse(refused: Refusal) -> Response:
    return Json({"error": refused.error, "node_errors": refused.node_errors}, 400)


def _prompt_id(fields: JsonObject, *, any_text: bool) -> str | None:
    """The client's id, or a new one; None when the client's is no canonical UUID."""
    given = fields.get("prompt_id")
    if given is None:
        return str(uuid.uuid4())
    if any_text:
        return str(given)
    try:
        return given if isinstance(given, str) and str(uuid.UUID(given)) == given else None
    except ValueError:
        return None


def _extra_data(fields: JsonObject) -> JsonObject:
    extra = fields.get("extra_data")
    data = dict(extra) if isinstance(extra, dict) else {}
    if "client_id" in fields:
        data["client_id"] = fields["client_id"]
    return data


def _all_outputs_bad(prompt: Prompt, judged: Judged) -> Judged:
    errors: JsonObject = {
        node_id: {
            "errors": [
                {
                    "type": "required_input_missing",
                    "message": "Required input is missing",
                    "details": "filename_prefix",
                    "extra_info": {"input_name": "filename_prefix"},
                }
            ],
            "dependent_outputs": [node_id],
            "class_type": prompt[node_id]["class_type"],
        }
        for node_id in judged.good_outputs
    }
    return Judged([], {**judged.node_errors, **errors})
