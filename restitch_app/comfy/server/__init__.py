"""Speaking with a ComfyUI server: requests, progress messages, results."""
