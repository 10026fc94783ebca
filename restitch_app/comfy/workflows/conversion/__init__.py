"""Workflows of ComfyUI's editor made into prompts, with a server's node types."""
