"""Work beside the GUI thread: how it begins, when it may go on, whose answer counts."""
