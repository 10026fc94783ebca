"""The workflows of a project: kept, named, and what their inputs mean."""
