"""The packaged window program: no console beside it on any system."""

import sys

from own_environment import give_back_library_path, give_streams

give_back_library_path()
give_streams()

from restitch_app.entry import window_main  # noqa: E402 - what it imports may write

sys.exit(window_main())
