"""ComfyUI: workflows as graphs, what their inputs mean, and the servers that run them."""
