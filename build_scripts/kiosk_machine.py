"""What turns a Debian machine into a kiosk, as steps that can be said, done and undone."""

import filecmp
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from build_scripts import debian, programs, system_libraries
from build_scripts.environment import ROOT
from build_scripts.messages import SetupError

OURS = ROOT / "build_scripts" / "kiosk"
EXAMPLE = ROOT / "resources" / "policy" / "example.toml"
PROGRAM = Path("opt/decision-aid")
POLICY = Path("etc/decision-aid/policy.toml")
USER_UNIT = Path("etc/systemd/user/decision-aid-kiosk.service")
SESSION_UNIT = Path("etc/systemd/system/decision-aid-kiosk@.service")
WANTED = Path("etc/systemd/system/multi-user.target.wants")
LOGIN_SCREEN = Path("etc/systemd/system/display-manager.service")
SCRIPTS = ("in_cage.sh", "hold_session.sh")
COMMANDS = ["aplay", "cage", "Xwayland", "lpstat"]
# Whoever is in one of these can become root, and so could whoever gets out of the kiosk.
MIGHTY_GROUPS = {"root", "sudo", "wheel", "admin", "adm", "docker", "lxd", "disk", "shadow"}


class Step(NamedTuple):
    """One thing to do.

    Attributes:
        says: what it does, for a person, beginning with a verb.
        do: does it.
    """

    says: str
    do: Callable[[], object]


class Machine(NamedTuple):
    """The machine that is set up.

    Attributes:
        root: where its files are: ``/``, or a folder that stands for it.
        user: the user who is logged in on the screen.
        program: the folder of the packaged program to install.
    """

    root: Path
    user: str
    program: Path

    @property
    def is_this_one(self) -> bool:
        """Whether it is the running system, and not a folder that stands for one."""
        return self.root == Path("/")

    def at(self, path: Path) -> Path:
        """Return where a path of the machine is."""
        return self.root / path


def hindrances(machine: Machine) -> Iterator[str]:
    """Yield what stands in the way of installing, each in a sentence that says what to do."""
    if not (machine.program / "decision-aid").is_file():
        made_by = "python3 build_scripts/package.py"
        yield f"There is no packaged program in {machine.program}. Make it: {made_by}"
    if not machine.is_this_one:
        return
    yield from _of_user(machine.user)
    if os.path.lexists(machine.at(LOGIN_SCREEN)):
        name = machine.at(LOGIN_SCREEN).resolve().name
        yield f"A login screen uses the same console. Turn it off: systemctl disable {name}"


def _of_user(user: str) -> Iterator[str]:
    import grp
    import pwd

    try:
        account = pwd.getpwnam(user)
    except KeyError:
        yield f"There is no user {user}. Make one: adduser --disabled-password {user}"
        return
    numbers = os.getgrouplist(user, account.pw_gid)
    mighty = sorted(
        group.gr_name
        for group in grp.getgrall()
        if group.gr_gid in numbers and group.gr_name in MIGHTY_GROUPS
    )
    if account.pw_uid == 0 or mighty:
        why = f" ({', '.join(mighty)})" if mighty else ""
        yield f"The user {user} can become root{why}. Take one who can do nothing but this."


def install_steps(machine: Machine) -> Iterator[Step]:
    """Yield the steps that install, in order; each can be done again without harm."""
    if machine.is_this_one:
        missing = missing_packages()
        if missing:
            names = " ".join(missing)
            yield Step(
                f"install the Debian packages {names}",
                lambda: debian.install(missing, why=f"The kiosk needs {names}"),
            )
    program = machine.at(PROGRAM)
    yield Step(f"copy {machine.program} to {program}", lambda: _copy_program(machine))
    for source, target in (
        (OURS / USER_UNIT.name, machine.at(USER_UNIT)),
        (OURS / SESSION_UNIT.name, machine.at(SESSION_UNIT)),
    ):
        yield Step(f"write {target}", _writes(source, target))
    policy = machine.at(POLICY)
    if policy.exists():
        yield Step(f"leave {policy} as it is", lambda: None)
    else:
        yield Step(f"copy the example policy to {policy}", lambda: _copy_policy(machine))
    for other in _enabled(machine):
        if other != _link(machine):
            yield Step(f"remove {other}", other.unlink)
    link = _link(machine)
    yield Step(f"log {machine.user} in on the first console ({link})", lambda: _enable(machine))
    yield from _reload(machine)


def uninstall_steps(machine: Machine) -> Iterator[Step]:
    """Yield the steps that undo all that ``install_steps`` did to files."""
    links = _enabled(machine)
    for link in links:
        if machine.is_this_one:
            yield Step(f"stop {link.name}", _runs("stop", link.name))
        yield Step(f"remove {link}", link.unlink)
    for path in (USER_UNIT, SESSION_UNIT):
        if machine.at(path).exists():
            yield Step(f"remove {machine.at(path)}", machine.at(path).unlink)
    program = machine.at(PROGRAM)
    if program.exists():
        yield Step(f"remove {program}", lambda: shutil.rmtree(program))
    policy = machine.at(POLICY)
    if policy.exists() and filecmp.cmp(policy, EXAMPLE, shallow=False):
        yield Step(f"remove {policy}", lambda: _remove_policy(policy))
    elif policy.exists():
        yield Step(f"leave {policy}, which holds your own settings", lambda: None)
    yield from _reload(machine)


def missing_packages() -> list[str]:
    """List the Debian packages that are needed and not there."""
    needed = set(programs.packages(programs.missing(COMMANDS)))
    needed.update(system_libraries.absent_packages())
    if not any(Path("/").glob("usr/lib/*/security/pam_systemd.so")):
        needed.add("libpam-systemd")
    return sorted(needed)


def _copy_program(machine: Machine) -> None:
    """Put the program in place as a whole; a running one keeps the files that it has open."""
    target = machine.at(PROGRAM)
    new, old = (target.with_name(f".{target.name}.{state}") for state in ("new", "old"))
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(machine.program, new, symlinks=True, copy_function=shutil.copyfile)
    for path in machine.program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            runs = path.stat().st_mode & 0o100
            (new / path.relative_to(machine.program)).chmod(0o755 if runs else 0o644)
    (new / "kiosk").mkdir()
    for script in SCRIPTS:
        shutil.copyfile(OURS / script, new / "kiosk" / script)
        (new / "kiosk" / script).chmod(0o755)
    for folder in (new, *(path for path in new.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _copy_policy(machine: Machine) -> None:
    """Copy the example; only root and the kiosk's user may read it, as it will hold the PIN."""
    policy = machine.at(POLICY)
    policy.parent.mkdir(parents=True, exist_ok=True)
    policy.parent.chmod(0o755)
    shutil.copyfile(EXAMPLE, policy)
    policy.chmod(0o640)
    if machine.is_this_one:
        import pwd

        os.chown(policy, 0, pwd.getpwnam(machine.user).pw_gid)


def _remove_policy(policy: Path) -> None:
    policy.unlink()
    if not any(policy.parent.iterdir()):
        policy.parent.rmdir()


def _writes(source: Path, target: Path) -> Callable[[], None]:
    def write() -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(0o644)

    return write


def _link(machine: Machine) -> Path:
    return machine.at(WANTED) / f"decision-aid-kiosk@{machine.user}.service"


def _enabled(machine: Machine) -> list[Path]:
    return sorted(machine.at(WANTED).glob("decision-aid-kiosk@*.service"))


def _enable(machine: Machine) -> None:
    link = _link(machine)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(Path("/") / SESSION_UNIT)


def _reload(machine: Machine) -> Iterator[Step]:
    if machine.is_this_one:
        yield Step("have systemd read its units again", _runs("daemon-reload"))


def _runs(*arguments: str) -> Callable[[], None]:
    def run() -> None:
        done = subprocess.run(
            ["systemctl", *arguments], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
            raise SetupError(f"systemctl {' '.join(arguments)} failed: {lines[-1]}")

    return run
