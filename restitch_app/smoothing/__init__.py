"""Arrays in, arrays out: the remedies for a boundary."""
