"""The page without a project: open, new scene, demo, recent projects."""
