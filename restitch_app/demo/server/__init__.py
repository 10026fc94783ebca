"""A ComfyUI-compatible server for demos and tests. Its pictures are drawn, not generated."""

from restitch_app.demo.server.faults import AnswerFault, Faults
from restitch_app.demo.server.server import DemoServer

__all__ = ["AnswerFault", "DemoServer", "Faults"]
