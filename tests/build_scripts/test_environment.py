"""When an environment counts as ready, and what is said when it cannot be made."""

import ast
import sys
from pathlib import Path

import pytest

from build_scripts import debian, environment, launch
from build_scripts.environment import PURPOSES, is_ready
from build_scripts.messages import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that has just been finished, with its own lock file."""
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    (tmp_path / "run.txt").write_text("needed==1.0\n")
    folder = tmp_path / ".venv"
    python = environment.python_in(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / ".ready-run").write_text(environment._fingerprint(PURPOSES["run"]))
    return folder


def test_ready_once_finished(ready: Path) -> None:
    assert is_ready(ready, PURPOSES["run"])


@pytest.mark.parametrize("change", ["lock", "python", "stamp", "half"])
def test_not_ready_after_a_change(
    ready: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    if change == "lock":
        (ready.parent / "run.txt").write_text("needed==1.1\n")
    elif change == "python":
        monkeypatch.setattr(environment, "_python_tag", lambda: "cpython-399-linux")
    elif change == "stamp":
        (ready / ".ready-run").unlink()
    else:
        environment.python_in(ready).unlink()
    assert not is_ready(ready, PURPOSES["run"])


def test_a_checkout_that_cannot_be_written_uses_the_persons_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path / "checkout")
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    assert environment._place(PURPOSES["run"]).is_relative_to(tmp_path / "cache" / "decision_aid")


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "internet"),
        ("after connection broken by 'SSLError(CERTIFICATE_VERIFY_FAILED)'", "PIP_CERT"),
        ("ERROR: Could not install packages: No space left on device", "disk is full"),
        ("WARNING: x\nERROR: No matching distribution found for typst", "No matching"),
        ("", "no reason was given"),
    ],
)
def test_what_pip_says_becomes_one_line(output: str, said: str) -> None:
    line = environment._explain_pip(output)
    assert said in line
    assert "\n" not in line


def test_somebody_without_venv_is_told_of_everything_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    monkeypatch.setenv(environment.PLACE_VARIABLE, str(tmp_path))
    minor = sys.version_info.minor
    with pytest.raises(SetupError, match=rf" python3\.{minor}-venv libegl1 libgl1$"):
        environment.prepare("run", lambda: ["libegl1", "libgl1"])


@pytest.mark.parametrize("name", ["run.py", "test.py", "package.py"])
def test_an_old_python_gets_as_far_as_the_message(name: str) -> None:
    source = (ROOT / "build_scripts" / name).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    # Nothing but `sys` is imported before the version is looked at.
    assert [type(node) for node in tree.body[:3]] == [ast.Expr, ast.Import, ast.If]


def test_the_reason_is_one_line_and_the_status_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(name: str, _: object) -> Path:
        raise SetupError(f"No {name} here.")

    monkeypatch.setattr(environment, "prepare", fail)
    assert launch.main(["places"]) == 1
    assert capsys.readouterr() == ("", "decision_aid: No run here.\n")


def test_every_command_without_a_window_is_known() -> None:
    from decision_aid.cli.arguments import parser

    actions = [action for action in parser(["--help"])._actions if action.dest == "command"]
    assert actions[0].choices is not None
    assert set(actions[0].choices) <= launch.WITHOUT_WINDOW
    assert launch.opens_window(["--lang", "en"])
    assert not launch.opens_window(["--lang", "en", "places"])
