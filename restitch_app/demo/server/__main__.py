"""`python -m restitch_app.demo.server --port N`: serve until interrupted."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from restitch_app.demo.server.manner import NEW, OLD, Manner
from restitch_app.demo.server.routes_about import HONEST_WORDS
from restitch_app.demo.server.server import DemoServer


def main() -> None:
    parser = argparse.ArgumentParser(description=HONEST_WORDS)
    parser.add_argument("--port", type=int, default=8188, help="0 takes a free one")
    parser.add_argument("--root", type=Path, help="folder for input, output and temp")
    parser.add_argument(
        "--step-delay", type=float, default=0.1, help="seconds a sampling step takes"
    )
    parser.add_argument("--version", choices=(NEW, OLD), default=NEW, help="of ComfyUI")
    parser.add_argument("--api-key", default="", help="asked for as Authorization: Bearer")
    args = parser.parse_args()
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    manner = Manner(args.version, args.api_key)
    with DemoServer(args.root, args.port, args.step_delay, manner) as server:
        sys.stdout.write(json.dumps({"url": server.url, "about": HONEST_WORDS}) + "\n")
        sys.stdout.flush()
        while not done.wait(0.5):  # a wait without end would not notice a signal on Windows
            continue


if __name__ == "__main__":
    main()
