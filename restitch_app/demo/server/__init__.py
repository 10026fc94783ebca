"""A ComfyUI-compatible server for demos and tests. Its pictures are drawn, not generated."""

from restitch_app.demo.server.faults import AnswerFault, Faults
from restitch_app.demo.server.manner import NEW, OLD, Manner
from restitch_app.demo.server.server import DemoServer

__all__ = ["NEW", "OLD", "AnswerFault", "DemoServer", "Faults", "Manner"]
