"""What the scripts say: progress on standard error, and one line when they cannot go on."""

import sys


class SetupError(Exception):
    """Something a person has to put right; the text is one line that says what to do."""


def say(text: str) -> None:
    """Tell the person what is being done, leaving standard output to the command itself."""
    print(f"decision_aid: {text}", file=sys.stderr, flush=True)
