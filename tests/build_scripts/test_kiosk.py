"""A machine becomes a kiosk, and stops being one, with nothing left behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts import install_kiosk, kiosk_machine, programs
from build_scripts.kiosk_machine import EXAMPLE, OURS, POLICY, PROGRAM, SESSION_UNIT, USER_UNIT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a kiosk is Linux")
LINK = Path("etc/systemd/system/multi-user.target.wants/decision-aid-kiosk@kiosk.service")
LEFT_BY_STAFF = "10"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder like the packaged program, made by somebody who shares nothing."""
    folder = tmp_path / "dist"
    (folder / "_internal").mkdir(parents=True)
    (folder / "decision-aid").write_text("#!/bin/sh\nexit 0\n")
    (folder / "decision-aid").chmod(0o700)
    (folder / "_internal" / "words").write_text("words")
    (folder / "_internal" / "words").chmod(0o600)
    (folder / "_internal" / "link").symlink_to("words")
    folder.chmod(0o700)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    return folder


def install(root: Path, program: Path, *more: str, user: str = "kiosk") -> int:
    return install_kiosk.main(
        ["--user", user, "--root", str(root), "--program", str(program), *more]
    )


def uninstall(root: Path, *more: str) -> int:
    return install_kiosk.main(["--uninstall", "--root", str(root), *more])


def tree(root: Path) -> dict[str, tuple[int, bytes | str]]:
    """Return every file with its permissions and what it holds, or where a link leads."""
    return {
        path.relative_to(root).as_posix(): (
            (0, str(path.readlink()))
            if path.is_symlink()
            else (path.stat().st_mode & 0o777, path.read_bytes())
        )
        for path in root.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def test_installing_writes_these_files_and_no_other(root: Path, program: Path) -> None:
    assert install(root, program) == 0
    opt = PROGRAM.as_posix()
    assert tree(root) == {
        f"{opt}/decision-aid": (0o755, (program / "decision-aid").read_bytes()),
        f"{opt}/_internal/words": (0o644, b"words"),
        f"{opt}/_internal/link": (0, "words"),
        f"{opt}/kiosk/in_cage.sh": (0o755, (OURS / "in_cage.sh").read_bytes()),
        f"{opt}/kiosk/hold_session.sh": (0o755, (OURS / "hold_session.sh").read_bytes()),
        USER_UNIT.as_posix(): (0o644, (OURS / USER_UNIT.name).read_bytes()),
        SESSION_UNIT.as_posix(): (0o644, (OURS / SESSION_UNIT.name).read_bytes()),
        POLICY.as_posix(): (0o640, EXAMPLE.read_bytes()),
        LINK.as_posix(): (0, f"/{SESSION_UNIT.as_posix()}"),
    }
    for folder in (PROGRAM, PROGRAM / "_internal", PROGRAM / "kiosk", POLICY.parent):
        assert (root / folder).stat().st_mode & 0o777 == 0o755


def test_installing_again_changes_nothing_and_keeps_the_clinics_settings(
    root: Path, program: Path
) -> None:
    install(root, program)
    (root / POLICY).write_text('clinic_name = "Ours"\n')
    before = tree(root)
    assert install(root, program) == 0
    assert tree(root) == before


def test_a_newer_program_takes_the_place_of_the_older_one(root: Path, program: Path) -> None:
    install(root, program)
    (program / "_internal" / "words").rename(program / "_internal" / "newer")
    assert install(root, program) == 0
    names = {path.name for path in (root / PROGRAM / "_internal").iterdir()}
    assert names == {"newer", "link"}
    assert {path.name for path in (root / PROGRAM).parent.iterdir()} == {PROGRAM.name}


def test_one_user_at_a_time_is_on_the_screen(root: Path, program: Path) -> None:
    install(root, program)
    install(root, program, user="front")
    links = [path.name for path in (root / LINK).parent.iterdir()]
    assert links == ["decision-aid-kiosk@front.service"]


def test_uninstalling_leaves_nothing(root: Path, program: Path) -> None:
    install(root, program)
    assert uninstall(root) == 0
    assert tree(root) == {}
    assert not (root / POLICY).parent.exists()
    assert uninstall(root) == 0


def test_uninstalling_keeps_what_the_clinic_wrote_and_says_so(
    root: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(root, program)
    (root / POLICY).write_text('clinic_name = "Ours"\n')
    assert uninstall(root) == 0
    assert list(tree(root)) == [POLICY.as_posix()]
    assert f"leave {root / POLICY}" in capsys.readouterr().out


def test_a_dry_run_says_every_step_and_does_none(
    root: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert install(root, program, "--dry-run") == 0
    assert tree(root) == {}
    said = capsys.readouterr().out
    install(root, program)
    assert capsys.readouterr().out == said
    for path in (PROGRAM, USER_UNIT, SESSION_UNIT, POLICY, LINK):
        assert str(root / path) in said
    assert uninstall(root, "--dry-run") == 0
    assert str(root / USER_UNIT) in capsys.readouterr().out
    assert len(tree(root)) == 9


def test_a_dry_run_on_the_real_machine_names_what_comes_first(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["--user", "nobody-of-this-name", "--program", str(tmp_path), "--dry-run"]
    assert install_kiosk.main(arguments) == 0
    said = capsys.readouterr().out
    assert "first: There is no packaged program" in said
    assert "adduser --disabled-password nobody-of-this-name" in said
    assert "have systemd read its units again" in said
    assert not (Path("/") / PROGRAM).exists()


def test_without_a_program_nothing_is_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert install(root, tmp_path) == 1
    assert tree(root) == {}
    assert "build_scripts/package.py" in capsys.readouterr().err


def test_a_user_who_can_become_root_is_refused(program: Path) -> None:
    machine = kiosk_machine.Machine(Path("/"), "root", program)
    assert any("can become root" in said for said in kiosk_machine.hindrances(machine))


def test_only_root_may_set_up_the_real_machine(
    monkeypatch: pytest.MonkeyPatch, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert install_kiosk.main(["--user", "kiosk", "--program", str(program)]) == 1
    assert "sudo" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "../x", "a b", "A", "-x", "x;y", "kiosk@1"])
def test_a_name_that_no_user_has_is_refused(name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        install_kiosk.main(["--user", name, "--dry-run"])
    assert ended.value.code == 2


def settings(unit: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in unit.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def test_the_unit_leaves_no_trace_has_no_network_and_ends_only_for_staff() -> None:
    unit = settings(OURS / USER_UNIT.name)
    assert unit["LimitCORE"] == ["0"]
    assert unit["MemorySwapMax"] == ["0"]
    assert unit["RestrictAddressFamilies"] == ["AF_UNIX AF_NETLINK"]
    assert unit["NoNewPrivileges"] == ["yes"]
    assert unit["Restart"] == ["always"]
    assert unit["RestartPreventExitStatus"] == unit["SuccessExitStatus"] == [LEFT_BY_STAFF]
    (command,) = unit["ExecStart"]
    script, program, *arguments = command.split()
    assert Path(script) == Path("/") / PROGRAM / "kiosk" / "in_cage.sh"
    assert Path(program) == Path("/") / PROGRAM / "decision-aid"
    assert arguments == ["--kiosk", "--policy", f"/{POLICY.as_posix()}"]


def test_systemd_understands_both_units(root: Path, program: Path) -> None:
    programs.ensure_if_possible(["systemd-analyze"], purpose="Checking the units")
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze cannot be installed here")
    install(root, program)
    for path, who in ((USER_UNIT, "--user"), (SESSION_UNIT, "--system")):
        unit = root / path
        # Whether the commands are there is checked too, so they are looked for where they are.
        text = unit.read_text(encoding="utf-8").replace("/opt/", f"{root}/opt/")
        unit.write_text(text, encoding="utf-8")
        run = root / "run"
        run.mkdir(exist_ok=True)
        checked = subprocess.run(
            ["systemd-analyze", "verify", who, "--man=no", str(unit)],
            env={**os.environ, "XDG_RUNTIME_DIR": str(run)},
            capture_output=True,
            text=True,
            check=False,
        )
        ours = [line for line in checked.stderr.splitlines() if "decision-aid" in line]
        assert (checked.returncode, ours) == (0, [])


@pytest.fixture
def somebody() -> Iterator[Path]:
    """A folder of somebody who is not root: the compositor refuses to run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for script in kiosk_machine.SCRIPTS:
            shutil.copy(OURS / script, folder)
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
        yield folder


def in_cage(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command alone on a screen that nobody sees."""
    nobody = 65534 if os.geteuid() == 0 else None
    own = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
    places = {"XDG_RUNTIME_DIR": str(folder), "RUNTIME_DIRECTORY": str(folder)}
    return subprocess.run(
        [folder / "in_cage.sh", *command],
        env={**os.environ, **own, **places, "HOME": str(folder)},
        user=nobody,
        group=nobody,
        extra_groups=None if nobody is None else [],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture(scope="module")
def _cage() -> None:
    programs.ensure_if_possible(["cage", "Xwayland"], purpose="Trying the kiosk's screen")
    if programs.missing(["cage", "Xwayland"]):
        pytest.skip("cage and Xwayland cannot be installed here")


@pytest.mark.usefixtures("_cage")
@pytest.mark.parametrize("status", ["0", "1", LEFT_BY_STAFF])
def test_the_program_is_on_a_wayland_screen_and_its_status_is_passed_on(
    somebody: Path, status: str
) -> None:
    ended = in_cage(
        somebody, "sh", "-c", 'echo "screen: $WAYLAND_DISPLAY, $1"; exit "$2"', "x", "a  b", status
    )
    assert re.search(r"^screen: wayland-\d+, a  b$", ended.stdout, re.MULTILINE)
    assert ended.returncode == int(status)


@pytest.mark.usefixtures("_cage")
def test_a_program_that_is_killed_is_not_taken_for_staff_who_leave(somebody: Path) -> None:
    (somebody / "ended").write_text(LEFT_BY_STAFF)
    assert in_cage(somebody, "sh", "-c", "kill -9 $$").returncode == 137
    assert in_cage(somebody, "/no/such/program").returncode == 127
    # Nobody writes down a status if the compositor's own child is killed.
    assert in_cage(somebody, "sh", "-c", "kill -9 $PPID").returncode == 1
