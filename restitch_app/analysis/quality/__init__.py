"""Quality checks of one segment: frames go into FrameStats once, `judge` reads what they left."""
