"""What outlives the window: what it remembers, and what its user prefers."""
