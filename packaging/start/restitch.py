"""The packaged console program."""

import sys

from own_environment import give_back_library_path

give_back_library_path()

from restitch_app.entry import main  # noqa: E402 - what it imports may start other programs

sys.exit(main())
