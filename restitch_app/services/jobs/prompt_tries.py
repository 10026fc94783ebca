"""Prompts that a server fails over: sent again a few times, and then no more."""

from __future__ import annotations

import threading

from restitch_app.comfy.errors import ComfyError

MOST_TRIES = 6
"""With the waits in between, half a minute."""
FAILED_OVER_IT = 500
"""ComfyUI's status both for trouble that passes and for a prompt that it stumbles over."""


class PromptFailsServer(ComfyError):
    """The server answers 500 to this prompt again and again; nothing of it was queued."""

    code = "prompt_fails_server"

    def __init__(self, url: str, tries: int) -> None:
        super().__init__(
            "ComfyUI fails over this prompt",
            f"{url}/prompt answered 500 to it {tries} times. Nothing was rendered, and the old "
            "version is still in the scene",
            "ComfyUI's own window names the reason; change the workflow or its settings, or "
            "repair that node, and submit the job again",
        )


class PromptTries:
    """How often which server failed over which job, in this run. Safe on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: dict[tuple[int, str], int] = {}

    def note_failed(self, job_id: int, url: str) -> None:
        """Raises PromptFailsServer where it was the last try; the next one is the first again."""
        with self._lock:
            tries = self._failed.get((job_id, url), 0) + 1
            self._failed[job_id, url] = tries
        if tries >= MOST_TRIES:
            self.forget(job_id, url)
            raise PromptFailsServer(url, tries)

    def forget(self, job_id: int, url: str) -> None:
        """It was taken."""
        with self._lock:
            self._failed.pop((job_id, url), None)
