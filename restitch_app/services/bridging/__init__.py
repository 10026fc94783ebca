"""New frames for a boundary, made by ComfyUI."""
