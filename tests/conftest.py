"""Makes the helpers in this folder importable from the tests below it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
