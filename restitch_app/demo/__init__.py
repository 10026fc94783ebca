"""The bundled ComfyUI-compatible server and the drawn demo scene."""
