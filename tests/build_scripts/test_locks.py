"""The lock files: complete, hashed, agreeing with pyproject.toml and naming no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build_scripts" / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMES = ("run", "test", "package", "lock")


def locked(name: str) -> dict[str, Version]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, re.MULTILINE)
    return {canonicalize_name(package): Version(version) for package, version in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_package_has_hashes_and_no_file_has_an_address(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|^-|index|find-links", text, re.MULTILINE)
    entries = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", ["run", "test", "package"])
def test_every_requirement_of_the_project_is_locked(name: str) -> None:
    wanted = [*PROJECT["dependencies"]]
    if name != "run":
        wanted += PROJECT["optional-dependencies"][name]
    versions = locked(name)
    for line in wanted:
        requirement = Requirement(line)
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{line} is not in {name}.txt: run build_scripts/lock.py"
        assert version in requirement.specifier, f"{line}: {version} is locked in {name}.txt"


@pytest.mark.parametrize("name", ["test", "package"])
def test_what_runs_is_what_is_tested_and_packaged(name: str) -> None:
    assert locked("run").items() <= locked(name).items()
