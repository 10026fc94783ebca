"""What a reviewer decides: versions, notes, what is left to do."""
