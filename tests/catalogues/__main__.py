"""`python -m tests.catalogues`: see keeping.py."""

import sys

from tests.catalogues.keeping import main

sys.exit(main())
