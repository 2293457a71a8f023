"""Hand over to decision_aid in its environment."""

import os
import sys
from pathlib import Path

from build_scripts import environment, system_libraries
from build_scripts.messages import SetupError, say

# These run where there is no screen, so nothing is asked of the system for them.
WITHOUT_WINDOW = {
    "places",
    "classify",
    "summary",
    "content",
    "policy",
    "import",
    "export",
    "read",
    "--help",
    "-h",
    "--version",
}


def main(arguments: list[str]) -> int:
    """Prepare the environment and become `decision-aid` with these arguments."""
    try:
        window = opens_window(arguments)
        python = environment.prepare("run", system_libraries.absent_packages if window else list)
        if window:
            system_libraries.ensure(python.parent.parent)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped; run this command again to go on")
        return 130
    return hand_over(python, arguments)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether these arguments of `decision-aid` lead to a window."""
    return not WITHOUT_WINDOW.intersection(arguments)


def hand_over(python: Path, arguments: list[str]) -> int:
    """Run decision_aid in the environment, in place of this process where that exists."""
    # -P keeps a file in the current folder from being taken for one of our modules.
    command = [str(python), "-P", "-m", "decision_aid", *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)
