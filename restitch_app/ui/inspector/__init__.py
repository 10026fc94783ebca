"""The right-hand panel: what is selected, and what can be decided about it."""
