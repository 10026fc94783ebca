"""The scene as an editor's programs and a producer's reader want it."""
