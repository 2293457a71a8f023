"""The wheel: installed outside the checkout it is a working `decision-aid` command."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_scripts import environment
from decision_aid.content import languages
from decision_aid.content.compiling import compile_words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def builder() -> Path:
    """A Python that has the build backend and what decision_aid needs."""
    return environment.prepare("package")


@pytest.fixture(scope="module")
def wheel(builder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(str(builder), "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"),
            *("--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)),
        ],
        check=True,
        cwd=folder,
    )
    (file,) = folder.glob("decision_aid-*.whl")
    return file


@pytest.fixture(scope="module")
def command(builder: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as installed; its dependencies are borrowed from the builder."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([builder, "-m", "venv", "--without-pip", folder], check=True)
    python = environment.python_in(folder)
    subprocess.run(
        [
            *(str(builder), "-m", "pip", "--python", str(python), "install", "--quiet"),
            *("--no-deps", "--no-index", str(wheel)),
        ],
        check=True,
        cwd=folder,
    )
    # A line here adds that folder, and not what its own .pth files add: not the checkout.
    packages = environment.site_packages(folder)
    (packages / "borrowed.pth").write_text(str(environment.site_packages(builder.parents[1])))
    return python.parent / ("decision-aid.exe" if os.name == "nt" else "decision-aid")


def test_carries_compiled_words_and_types_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    assert "decision_aid/py.typed" in names
    resources = ROOT / "resources"
    words = {resources / "sources.toml", *(path.parent for path in resources.glob("*/places.toml"))}
    carried = {
        f"decision_aid/{path.relative_to(ROOT).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file() and words.isdisjoint([path, *path.parents])
    }
    carried |= {f"decision_aid/resources/words/{language}.jsonl" for language in languages()}
    assert {name for name in names if name.startswith("decision_aid/resources/")} == carried
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"decision_aid"}


def test_its_words_are_those_of_the_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        compiled = file.read("decision_aid/resources/words/en.jsonl")
    assert compiled == compile_words(ROOT / "resources", "en").as_bytes()


def test_works_outside_the_checkout(command: Path, tmp_path: Path) -> None:
    bare = {"HOME": str(tmp_path), "PATH": ""} if sys.platform != "win32" else dict(os.environ)
    # Words are compiled no more, so what reads Markdown is not needed.
    absent = tmp_path / "absent" / "markdown_it.py"
    absent.parent.mkdir()
    absent.write_text('raise ImportError("not here")', encoding="utf-8")
    bare["PYTHONPATH"] = str(absent.parent)

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(command), *arguments],
            cwd=tmp_path,
            env=bare,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    where = subprocess.run(
        [
            str(environment.python_in(command.parent.parent)),
            "-c",
            "import decision_aid as d; print(d.__file__)",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert not Path(where.stdout.strip()).is_relative_to(ROOT)
    said = call("classify", "--found", "liver", "--format", "json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["metastatic"] is True
    checked = call("content", "check")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    assert "no problem" in checked.stdout
    assert call("content", "report", "-o", "review.html").returncode == 0
    assert "results/in_situ" in (tmp_path / "review.html").read_text(encoding="utf-8")
    named = ("--reviewer", "Ada Example", "--role", "tester", "--topic", "all")
    assert call("content", "sign", *named, "-o", "ada.toml").returncode == 0
    assert "results/in_situ" in (tmp_path / "ada.toml").read_text(encoding="utf-8")
    answers = tmp_path / "answers.json"
    answers.write_text('{"schema": 1, "findings": [{"place": "breast_tissue"}]}')
    done = call("summary", "--answers", str(answers), "--format", "pdf", "-o", "out.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
