"""ComfyUI: the client, filling a workflow, reading its progress messages."""
