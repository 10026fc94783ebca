"""Fields for the values of a workflow."""
