"""Counts pages, presses and words until the answer: ``python -m tests.counts``."""

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    folder = str(Path(__file__).parent)
    sys.exit(pytest.main(["-q", "-s", "-p", "no:xdist", folder, *sys.argv[1:]]))
