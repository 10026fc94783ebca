"""The boundary inspector: two frames, where they differ, and what would mend it."""
