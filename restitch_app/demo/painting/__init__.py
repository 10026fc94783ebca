"""The demo scene's painting: layers drawn once, then lit, moved and mirrored for every frame."""
