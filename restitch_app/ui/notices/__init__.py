"""What the window has to say: one banner at a time, and the status bar."""
