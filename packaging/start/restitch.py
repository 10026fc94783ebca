"""How both packaged programs begin: `restitch` in a console, `restitch-window` on a desktop."""

import sys
from pathlib import Path

from own_environment import give_back_library_path, give_streams

give_back_library_path()
give_streams()

# After the two: what these import may start other programs, or write.
from restitch_app.entry import main, window_main  # noqa: E402

is_for_desktops = Path(sys.argv[0]).stem == "restitch-window"
sys.exit(window_main() if is_for_desktops else main())
