"""The ComfyUI servers of this computer."""
