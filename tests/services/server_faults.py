"""What a server does wrong, by what comes of it."""

from __future__ import annotations

from restitch_app.demo.server import AnswerFault, Faults

PASSING = {
    "500 on upload": Faults(answers=(AnswerFault("/upload", "status", times=2),)),
    "500 on prompt": Faults(answers=(AnswerFault("/prompt", "status", times=2),)),
    "503 on prompt": Faults(answers=(AnswerFault("/prompt", "status", status=503),)),
    "500 on history": Faults(answers=(AnswerFault("/history", "status", times=3),)),
    "500 on queue": Faults(answers=(AnswerFault("/queue", "status", times=2),)),
    "500 on view": Faults(answers=(AnswerFault("/view", "status", times=2),)),
    "upload dropped": Faults(answers=(AnswerFault("/upload", "drop"),)),
    "upload hangs": Faults(answers=(AnswerFault("/upload", "stall", seconds=3),)),
    "history hangs": Faults(answers=(AnswerFault("/history", "stall", seconds=3),)),
    "garbage from upload": Faults(answers=(AnswerFault("/upload", "garbage", status=200),)),
    "garbage from history": Faults(answers=(AnswerFault("/history", "garbage", status=200),)),
    "no HTTP from the queue": Faults(answers=(AnswerFault("/queue", "garbage", status=0),)),
    "view dropped": Faults(answers=(AnswerFault("/view", "drop", times=2),)),
    "view hangs": Faults(answers=(AnswerFault("/view", "stall", seconds=3),)),
    "no progress socket": Faults(answers=(AnswerFault("/ws", "drop", times=100),)),
    "socket dropped": Faults(drop_socket_at_step=2),
    "socket gone deaf": Faults(deaf_socket_at_step=1),
    "late history": Faults(late_history_ms=1200),
    "clock an hour ahead": Faults(clock_off_s=3600),
    "clock years behind": Faults(clock_off_s=-3e8),
    "download cut short": Faults(download="truncated", times=2),
}
"""Costs time."""

REFUSED = {
    "execution error": (Faults(fail_at_class="KSampler"), "execution_failed", "Sampler"),
    "out of memory": (
        Faults(fail_at_class="KSampler", fail_with="oom"),
        "execution_failed",
        "ran out of memory",
    ),
    "node_errors": (Faults(node_errors=True), "prompt_rejected", "Save video"),
    "no output": (Faults(missing_output=True), "bad_output", "did not run"),
    "zero bytes": (Faults(output_file="zero_bytes"), "bad_output", "empty file"),
    "escaping name": (Faults(output_name="../../x.mp4"), "bad_output", "outside its folder"),
    "huge download": (Faults(download="huge_length"), "bad_output", "larger than allowed"),
    "file vanished": (Faults(download="vanished"), "bad_output", "no longer on the server"),
    "403 on prompt": (
        Faults(answers=(AnswerFault("/prompt", "status", status=403),)),
        "comfy_refused",
        "refused",
    ),
}
"""The job fails: the fault, the class of the problem, words of what is said."""

UNUSABLE = {
    "half a file": Faults(download="half_file"),
    "garbage file": Faults(output_file="garbage"),
    "no frames": Faults(output_file="no_frames"),
    "wrong size": Faults(output_size=(128, 96)),
    "too many frames": Faults(extra_frames=4),
    "too few frames": Faults(extra_frames=-4),
}
"""A result that no scene can use."""

LOSING = {
    "restarted": Faults(crash_at_step=2, crash_down_s=0.3),
    "forgot": Faults(lose_job_at_step=2),
    "history cleared": Faults(cleared_history=True),
    "prompt dropped": Faults(answers=(AnswerFault("/prompt", "drop"),)),
    "prompt hangs": Faults(answers=(AnswerFault("/prompt", "stall", seconds=3),)),
    "garbage from prompt": Faults(answers=(AnswerFault("/prompt", "garbage", status=200),)),
}
"""Nobody can say what became of the prompt: it is asked before another one is sent."""
