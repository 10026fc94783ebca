"""Similarity and drift along the whole scene."""
