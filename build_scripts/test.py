"""Run every check that CI runs, setting up on the first call whatever they need.

python3 build_scripts/test.py                       everything
python3 build_scripts/test.py --list                the names of the checks
python3 build_scripts/test.py --only lint types     some of them
python3 build_scripts/test.py --only tests -- -k map   what follows `--` goes to pytest

Every check runs, whether or not an earlier one failed; the exit status is 0 if all passed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - see run.py
    sys.exit(
        "decision_aid: Python 3.11 or newer is needed, and this is %d.%d. Install a newer one and"  # noqa: UP031
        " start this with it, for example: python3.12 build_scripts/test.py" % sys.version_info[:2]
    )

import os

# The scripts import each other as one package, from the checkout.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import tempfile
import time

from build_scripts import environment, programs, system_libraries
from build_scripts.checks import CHECKS, PROCESSES, Check, closing_line, run_check, table
from build_scripts.messages import SetupError, say
from build_scripts.virtual_screen import variables, virtual_screens

# What real speech is tested with; where it cannot be installed, that test says so and is skipped.
VOICE = ["speech-dispatcher", "espeak-ng"]
# A print server, and a printer that prints into a file.
PRINTING = ["/usr/sbin/cupsd", "lp", "/usr/lib/cups/backend/cups-pdf"]
PROGRAMS = ["Xvfb", "xdotool", "dbus-daemon", "/usr/libexec/at-spi-bus-launcher"]


def main(arguments: list[str]) -> int:
    """Set up, run the chosen checks, and sum up."""
    ours, more = _split(arguments)
    parser = argparse.ArgumentParser(
        prog="test.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [check.name for check in CHECKS]
    parser.add_argument("--list", action="store_true", help="name the checks and stop")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    chosen = parser.parse_args(ours)
    if chosen.list:
        for check in CHECKS:
            print(f"{check.name:<12}{check.holds}")
        return 0
    try:
        return _run([check for check in CHECKS if check.name in (chosen.only or names)], more)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Divide our arguments from pytest's at `--`."""
    if "--" not in arguments:
        return arguments, []
    place = arguments.index("--")
    return arguments[:place], arguments[place + 1 :]


def _absent_packages() -> list[str]:
    return system_libraries.absent_packages() + programs.packages(programs.missing(PROGRAMS))


def _run(checks: list[Check], more: list[str]) -> int:
    started = time.monotonic()
    needs_screen = any(check.is_pytest for check in checks)
    python = environment.prepare("test", _absent_packages if needs_screen else list)
    if needs_screen:
        system_libraries.ensure(python.parent.parent)
        programs.ensure(PROGRAMS, purpose="Testing")
        programs.ensure_if_possible(VOICE, purpose="Testing speech")
        programs.ensure_if_possible(PRINTING, purpose="Testing the kiosk's printing")
    screens = PROCESSES if needs_screen else 0
    with virtual_screens(screens) as names, tempfile.TemporaryDirectory() as runtime:
        given = {**variables(names), "XDG_RUNTIME_DIR": runtime}
        results = [run_check(check, python, given, more) for check in checks]
    print(f"\n{table(results)}\n{closing_line(results, time.monotonic() - started)}", flush=True)
    return 0 if all(result.outcome in {"passed", "skipped"} for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
