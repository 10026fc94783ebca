"""Clips that are gone or damaged: noticed, told of, put back."""
