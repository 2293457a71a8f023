"""Prove the set-up on a machine that has nothing: a fresh Debian with Python and no more.

sudo python3 build_scripts/prove_clean_machine.py                 every step
sudo python3 build_scripts/prove_clean_machine.py --only window   some of them
sudo python3 build_scripts/prove_clean_machine.py --list
sudo python3 build_scripts/prove_clean_machine.py --suite trixie   on another release

Needs Debian, root, git, debootstrap and Xvfb. Each step gets its own copy of a fresh system with
a clone of what is committed here, and the settings that this machine reaches its package mirrors
with. The systems are kept in build/clean-machine until the next time.
"""

import sys

# The scripts import each other as one package, from the checkout.
if __name__ == "__main__":
    import os

    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from build_scripts.environment import ROOT
from build_scripts.messages import SetupError, say
from build_scripts.virtual_screen import virtual_screens

SYSTEMS = ROOT / "build" / "clean-machine"
CHECKOUT = "/home/somebody/decision aid"
RUN = f"python3 '{CHECKOUT}/build_scripts/run.py'"
TEST = f"python3 '{CHECKOUT}/build_scripts/test.py'"
# The trusted certificates of this machine, under a name that no package writes to.
CERTIFICATES = "etc/certificates-of-the-host.pem"
ANSWERS = '{"schema": 1, "findings": [{"place": "breast_tissue"}, {"place": "bone"}]}'


class Step(NamedTuple):
    """One thing to prove.

    Attributes:
        name: what `--only` takes.
        proves: what is true when it passes.
        script: for a shell in the fresh system; it passes if its status is 0.
        as_root: whether root runs it, or somebody else.
    """

    name: str
    proves: str
    script: str
    as_root: bool = True


STEPS = (
    Step(
        "commands",
        "commands work from nothing, and bring no library of the screen along",
        f"""
        {RUN} classify --found bone --format json > /tmp/said
        grep -q '"metastatic": *true' /tmp/said
        echo '{ANSWERS}' | {RUN} summary --answers - --format pdf -o /tmp/out.pdf
        test "$(head -c 4 /tmp/out.pdf)" = %PDF
        if dpkg --status libegl1; then exit 1; fi
        """,
    ),
    Step(
        "window",
        "the window opens, with what was missing installed",
        f"""
        {RUN} --measure-startup
        dpkg --status libegl1 > /dev/null
        {RUN} --measure-startup 2> /tmp/second
        if grep decision_aid: /tmp/second; then exit 1; fi
        """,
    ),
    Step(
        "told",
        "somebody who may not install is told the exact command in one line",
        f"""
        if {RUN} 2> /tmp/told; then exit 1; fi
        cat /tmp/told
        test "$(wc -l < /tmp/told)" = 1
        grep -q 'sudo apt-get install .*python3.*-venv' /tmp/told
        """,
        as_root=False,
    ),
    Step(
        "wheel",
        "pip install gives a working command outside the checkout",
        f"""
        apt-get -qq update
        apt-get -qq install --yes --no-install-recommends python3-venv > /dev/null 2>&1
        python3 -m venv /tmp/own && /tmp/own/bin/pip install --quiet '{CHECKOUT}'
        cd / && /tmp/own/bin/decision-aid content check
        /tmp/own/bin/decision-aid classify --found bone
        """,
    ),
    Step("test", "every check passes", f"CI=true bash '{CHECKOUT}/.ci/run'"),
)


def main(arguments: list[str]) -> int:
    """Prove the chosen steps and sum up."""
    parser = argparse.ArgumentParser(
        prog="prove_clean_machine.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [step.name for step in STEPS]
    parser.add_argument("--only", nargs="+", choices=names, metavar="STEP", default=names)
    parser.add_argument("--list", action="store_true", help="name the steps and stop")
    parser.add_argument("--suite", default="bookworm", help="the release of Debian (bookworm)")
    chosen = parser.parse_args(arguments)
    if chosen.list:
        print("\n".join(f"{step.name:<10}{step.proves}" for step in STEPS))
        return 0
    try:
        return _prove([step for step in STEPS if step.name in chosen.only], chosen.suite)
    except SetupError as error:
        say(str(error))
        return 1


def _prove(steps: list[Step], suite: str) -> int:
    lacking = [name for name in ("debootstrap", "git", "unshare") if shutil.which(name) is None]
    if os.geteuid() != 0 or lacking:
        raise SetupError(f"This needs root, and {', '.join(lacking) or 'has the rest'}.")
    base = _base(suite)
    lines = []
    failed = False
    for step in steps:
        say(f"{step.name}: {step.proves}")
        system = _fresh(base, step.name)
        started = time.monotonic()
        with virtual_screens(1) as (screen,):
            status = _inside(system, step, screen)
        failed = failed or status != 0
        outcome = "proved" if status == 0 else f"failed ({status})"
        lines.append(f"{step.name:<10} {outcome:<12} {time.monotonic() - started:7.1f} s")
    print("\n".join(lines))
    return 1 if failed else 0


def _base(suite: str) -> Path:
    """Make the system that all steps start from, once."""
    base = SYSTEMS / suite / "base"
    if not (base / "made").exists():
        say(f"making a fresh {suite}")
        shutil.rmtree(base, ignore_errors=True)
        base.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=python3", suite, base, _mirror()],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (base / "made").touch()
    return base


def _mirror() -> str:
    """Ask this machine's apt for a mirror of Debian; each carries every release."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(ORIGIN)", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=True,
    )
    for line in told.stdout.splitlines():
        address, _, origin = line.partition(" ")
        if origin == "Debian" and "security" not in address:
            return address
    raise SetupError("apt on this machine knows no mirror of Debian: run apt-get update first.")


def _fresh(base: Path, name: str) -> Path:
    """Copy the fresh system and clone this checkout into it."""
    system = base.parent / name
    shutil.rmtree(system, ignore_errors=True)
    subprocess.run(["cp", "-a", base, system], check=True)
    shutil.copy("/etc/resolv.conf", system / "etc" / "resolv.conf")
    trusted = Path(os.environ.get("PIP_CERT") or "/etc/ssl/certs/ca-certificates.crt")
    if trusted.exists():
        shutil.copy(trusted, system / CERTIFICATES)
    checkout = system / CHECKOUT.lstrip("/")
    subprocess.run(["git", "clone", "--quiet", ROOT, checkout], check=True)
    subprocess.run(["chown", "-R", "1000:1000", checkout.parent], check=True)
    return system


def _inside(system: Path, step: Step, screen: str) -> int:
    """Run a step in its system, where its mounts and processes end with it."""
    # Where this machine takes Python packages from, unless that is a folder of its own.
    settings = {
        name: value
        for name, value in os.environ.items()
        if name in {"PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_TRUSTED_HOST"}
    }
    if (system / CERTIFICATES).exists():
        settings["PIP_CERT"] = f"/{CERTIFICATES}"
    variables = {
        **settings,
        "HOME": "/root" if step.as_root else "/home/somebody",
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "DISPLAY": screen,
    }
    who = "0:0" if step.as_root else "1000:1000"
    mounts = """
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        mkdir -p "$1/tmp/.X11-unix"
        mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
        exec chroot --userspec="$2" "$1" /bin/sh -e -c "$3"
    """
    return subprocess.run(
        [
            *("unshare", "--mount", "--pid", "--fork", "--kill-child"),
            *("/bin/sh", "-e", "-c", mounts, "sh", str(system), who, step.script),
        ],
        env=variables,
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
