"""run.py as a newcomer meets it: a copy of the scripts, a Python, and one small package.

No network is used: the only package is made here, and pip may look nowhere else.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import os, sys
import needed
print("arguments:", sys.argv[1:])
print("folder:", os.getcwd())
print("told on standard error", file=sys.stderr)
sys.exit(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
"""


class Checkout:
    """A small stand-in for this repository."""

    def __init__(self, root: Path) -> None:
        self.root = root
        scripts = root / "build_scripts"
        shutil.copytree(
            ROOT / "build_scripts",
            scripts,
            ignore=shutil.ignore_patterns("__pycache__", "requirements"),
        )
        self.lock = scripts / "requirements" / "run.txt"
        self.lock.parent.mkdir()
        self.write_lock()
        (root / "decision_aid").mkdir()
        (root / "decision_aid" / "__init__.py").touch()
        needed = Path("decision_aid") / "system_libraries.py"
        shutil.copy(ROOT / needed, root / needed)
        (root / "decision_aid" / "__main__.py").write_text(PROGRAM)

    def write_lock(self, *, digest: str | None = None, comment: str = "") -> None:
        wheel = self.root / "needed-1.0-py3-none-any.whl"
        if not wheel.exists():
            with zipfile.ZipFile(wheel, "w") as file:
                about = "needed-1.0.dist-info/"
                file.writestr("needed.py", "")
                file.writestr(
                    f"{about}METADATA", "Metadata-Version: 2.1\nName: needed\nVersion: 1.0\n"
                )
                file.writestr(
                    f"{about}WHEEL",
                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                )
                file.writestr(f"{about}RECORD", "")
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        self.lock.write_text(f"# {comment}\nneeded==1.0 --hash=sha256:{digest}\n")

    def run(
        self, *arguments: str, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
        return subprocess.run(
            [sys.executable, str(self.root / "build_scripts" / "run.py"), *arguments],
            cwd=cwd or self.root,
            env={
                **clean,
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": self.root.as_uri(),
                **variables,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root = tmp_path / "a folder with späces"
    root.mkdir()
    return Checkout(root)


def test_first_and_second_run(checkout: Checkout, tmp_path: Path) -> None:
    # A file here must not be taken for a module of Python or of ours.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "decision_aid.py").write_text("raise SystemExit(99)")
    (elsewhere / "hashlib.py").write_text("raise SystemExit(98)")

    first = checkout.run(
        "classify", "--found", "bone", "3", cwd=elsewhere, PYTHONDONTWRITEBYTECODE="1"
    )
    assert first.returncode == 3, first.stderr
    assert first.stdout.splitlines() == [
        "arguments: ['classify', '--found', 'bone', '3']",
        f"folder: {elsewhere}",
    ]
    told = first.stderr.splitlines()
    assert told[-1] == "told on standard error"
    assert all(line.startswith("decision_aid: ") for line in told[:-1])
    assert len(told) == 3
    assert list((checkout.root / "decision_aid").rglob("__main__.*.pyc"))

    second = checkout.run("places")
    assert (second.returncode, second.stderr) == (0, "told on standard error\n")

    # A changed lock is installed from the start.
    checkout.write_lock(comment="changed")
    third = checkout.run("places")
    assert third.returncode == 0
    assert "installing 1 package" in third.stderr

    # So is an environment that lost its Python.
    shutil.rmtree(checkout.root / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    assert checkout.run("places").returncode == 0


def test_a_failure_is_one_line_and_not_taken_for_done(checkout: Checkout) -> None:
    checkout.write_lock(digest="0" * 64)
    failed = checkout.run("places")
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "is not the one that was locked" in failed.stderr.splitlines()[-1]
    assert "Traceback" not in failed.stderr

    (checkout.root / "needed-1.0-py3-none-any.whl").rename(checkout.root / "hidden")
    missing = checkout.run("places")
    assert missing.returncode == 1
    assert "Could not install the packages" in missing.stderr.splitlines()[-1]

    (checkout.root / "hidden").rename(checkout.root / "needed-1.0-py3-none-any.whl")
    checkout.write_lock()
    assert checkout.run("places").returncode == 0


def test_the_environment_can_be_kept_elsewhere(checkout: Checkout, tmp_path: Path) -> None:
    place = tmp_path / "kept elsewhere"
    done = checkout.run("places", DECISION_AID_ENVIRONMENT=str(place))
    assert done.returncode == 0, done.stderr
    assert (place / ".venv").is_dir()
    assert not (checkout.root / ".venv").exists()


def test_a_place_that_cannot_be_written_is_said_in_one_line(
    checkout: Checkout, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = checkout.run("places", DECISION_AID_ENVIRONMENT=str(tmp_path / "file"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "DECISION_AID_ENVIRONMENT" in done.stderr


def test_two_first_runs_at_once_both_work(checkout: Checkout) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: checkout.run("places"), range(2)))
    assert [done.returncode for done in both] == [0, 0], [done.stderr for done in both]
    installs = sum("installing 1 package" in done.stderr for done in both)
    assert installs == 1
