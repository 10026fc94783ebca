"""The timeline: the scene as a row of tiles, with its boundaries above them."""
