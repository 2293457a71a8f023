"""The packaged program by its commands: no Python, no screen, no network, an empty home."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from build_scripts import package

ANSWERS = {
    "schema": 1,
    "side": "left",
    "came_back": False,
    "findings": [
        {"place": "breast_tissue", "certainty": "found"},
        {"place": "bone", "certainty": "suspected"},
    ],
}
# Of the Typst library alone this is a third.
LIMIT = 200_000_000


def offline(command: list[str]) -> list[str]:
    """Take the network away altogether, where we may."""
    tool = shutil.which("unshare")
    if tool is None:
        return command
    without = [tool, "--net", "--map-root-user"]
    able = subprocess.run([*without, "true"], capture_output=True, check=False).returncode == 0
    return [*without, *command] if able else command


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ANSWERS))
    return file


def call(
    bundle: Path, bare: dict[str, str], folder: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    name = "decision-aid-cli" if sys.platform == "win32" else "decision-aid"
    return subprocess.run(
        offline([str(bundle / name), *arguments]),
        cwd=folder,
        env=bare,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_writes_the_summary_in_every_format(
    bundle: Path, bare: dict[str, str], home: Path, tmp_path: Path, answers: Path
) -> None:
    for kind in ("pdf", "html", "text", "json"):
        out = f"summary.{kind}"
        done = call(
            *(bundle, bare, tmp_path, "summary", "--answers", str(answers)),
            *("--format", kind, "-o", out),
        )
        assert (done.returncode, done.stderr) == (0, ""), kind
        assert (tmp_path / out).stat().st_size > 500
    with pikepdf.open(tmp_path / "summary.pdf") as pdf:
        assert "/StructTreeRoot" in pdf.Root
        fonts = {
            str(font.get("/BaseFont"))
            for page in pdf.pages
            for font in page.resources["/Font"].values()
        }
    assert any("Atkinson" in font for font in fonts), fonts
    assert not list(home.iterdir()), "nothing is left in the home folder"


def test_explains_findings(bundle: Path, bare: dict[str, str], tmp_path: Path) -> None:
    done = call(bundle, bare, tmp_path, "classify", "--found", "bone=suspected", "--format", "json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["metastatic"] is None
    assert said["could_change"][0]["place"] == "bone"


def test_its_own_words_are_valid(bundle: Path, bare: dict[str, str], tmp_path: Path) -> None:
    done = call(bundle, bare, tmp_path, "content", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_carries_its_words_compiled(bundle: Path) -> None:
    resources = bundle / "_internal" / "decision_aid" / "resources"
    assert (resources / "words" / "en.jsonl").is_file()
    assert not (resources / "sources.toml").exists()
    assert not (resources / "en").exists()
    assert (resources / "templates" / "review.html.j2").is_file()
    assert (resources / "policy" / "example.toml").is_file()


def test_a_mistake_is_one_line(bundle: Path, bare: dict[str, str], tmp_path: Path) -> None:
    done = call(bundle, bare, tmp_path, "classify", "--found", "elbow")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_is_small_and_without_what_it_does_not_use(bundle: Path) -> None:
    assert package.size(bundle) <= LIMIT
    names = {path.name for path in bundle.rglob("*")}
    # QtMultimedia itself is asked for by the library that speaks.
    unused = (
        *("Qml", "Quick", "Sql", "Designer", "WebEngine", "MultimediaWidgets", "ffmpeg"),
        *("avcodec", "gtk-3", "libcups.so", "libpulse.so", "libcrypto"),
    )
    assert not [name for name in names if any(part in name for part in unused)]
    assert not [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
