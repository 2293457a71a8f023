"""Set up this machine as a kiosk: the decision aid alone on the screen, from the start.

sudo python3 build_scripts/install_kiosk.py --user NAME [--dry-run]
sudo python3 build_scripts/install_kiosk.py --uninstall

For Debian 12 and newer. Installs the packaged program (build_scripts/package.py makes it), the
units that keep it on the screen, and an example policy if there is none. NAME is a user who is
there for nothing else. With --dry-run it only says what it would do.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - see run.py
    sys.exit(
        "decision_aid: Python 3.11 or newer is needed, and this is %d.%d. Install a newer one and"  # noqa: UP031
        " start this with it, for example: python3.12 build_scripts/install_kiosk.py"
        % sys.version_info[:2]
    )

import os

# The scripts import each other as one package, from the checkout.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import re
from pathlib import Path

from build_scripts import kiosk_machine
from build_scripts.environment import ROOT
from build_scripts.kiosk_machine import Machine
from build_scripts.messages import SetupError, say

BUNDLE = ROOT / "dist" / "decision-aid"


def main(arguments: list[str]) -> int:
    """Install or uninstall, or say what that would do."""
    try:
        return _run(_options(arguments))
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"{error}. What was done so far is kept; run this command again to go on.")
        return 1
    except KeyboardInterrupt:
        say("stopped; run this command again to go on")
        return 130


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="install_kiosk.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--user", type=_user_name, metavar="NAME", help="the user on the screen")
    parser.add_argument("--program", type=Path, default=BUNDLE, metavar="FOLDER")
    parser.add_argument("--dry-run", action="store_true", help="only say each step")
    parser.add_argument("--uninstall", action="store_true", help="undo what was installed")
    parser.add_argument(
        "--root",
        type=Path,
        default=Path("/"),
        metavar="DIR",
        help="write the files under this folder, and touch nothing of this system",
    )
    options = parser.parse_args(arguments)
    if options.user is None and not options.uninstall:
        parser.error("name the user of the kiosk with --user")
    return options


def _user_name(text: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_-]{0,31}", text):
        raise argparse.ArgumentTypeError(f'"{text}" is not the name of a user')
    return text


def _run(options: argparse.Namespace) -> int:
    machine = Machine(options.root.absolute(), options.user or "", options.program.absolute())
    if not options.dry_run:
        _check_that_we_may(machine)
    if options.uninstall:
        steps = kiosk_machine.uninstall_steps(machine)
    else:
        for hindrance in kiosk_machine.hindrances(machine):
            if not options.dry_run:
                raise SetupError(hindrance)
            print(f"first: {hindrance}")
        steps = kiosk_machine.install_steps(machine)
    for step in list(steps):
        print(step.says, flush=True)
        if not options.dry_run:
            step.do()
    if not options.uninstall:
        print(_next(machine))
    return 0


def _check_that_we_may(machine: Machine) -> None:
    if not sys.platform.startswith("linux"):
        raise SetupError("A kiosk needs Linux, such as Debian 12.")
    if machine.is_this_one and os.geteuid() != 0:
        raise SetupError("Setting up a kiosk changes the system: run this with sudo, as root.")


def _next(machine: Machine) -> str:
    policy = machine.at(kiosk_machine.POLICY)
    program = machine.at(kiosk_machine.PROGRAM) / "decision-aid"
    return (
        f"\nSet your clinic's name, phone numbers, printer and staff PIN in {policy}.\n"
        f"Make the PIN line:  {program} policy pin\n"
        f"Check the file:     {program} policy check {policy}\n"
        f"Start it now:       systemctl start decision-aid-kiosk@{machine.user}.service\n"
        "It also starts by itself each time this machine is switched on."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
