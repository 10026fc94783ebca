"""The strip of job cards below the timeline, and the full list."""
