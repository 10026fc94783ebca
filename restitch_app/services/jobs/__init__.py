"""The job engine: from a row to a recorded version."""
