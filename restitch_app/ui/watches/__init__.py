"""What the window notices by itself, and tells of unasked."""
