"""Values and rules; no files, no network, no Qt."""
