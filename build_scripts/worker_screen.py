"""A pytest plugin: the second test process works on the second screen.

Loaded with `-p build_scripts.worker_screen` before any test makes a window.
"""

import os

from build_scripts.virtual_screen import SCREENS_VARIABLE

_screens = os.environ.get(SCREENS_VARIABLE, "").split()
_worker = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
if _screens and _worker:
    os.environ["DISPLAY"] = _screens[int(_worker) % len(_screens)]
