"""Write the lock files: every package that is installed, with its hashes, for every platform.

python3 build_scripts/lock.py            keep the locked versions, add and drop what is needed
python3 build_scripts/lock.py --upgrade  take the newest versions that pyproject.toml allows

The files in build_scripts/requirements/ come from pyproject.toml: `run.txt` from its
dependencies and its extra `speech`, `test.txt` and `package.txt` from its extras of those names,
held to the versions in `run.txt`. `lock.txt` comes from `lock.in` and holds uv, which does the
work. They name no address, so pip takes the packages from wherever the machine is set up to, and
refuses any file whose hash is not listed.
"""

import sys

# The scripts import each other as one package, from the checkout.
if __name__ == "__main__":
    import os

    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import subprocess
from pathlib import Path

from build_scripts import environment
from build_scripts.messages import SetupError, say

HEADER = """\
# Every package with its hashes, for every platform. Written by build_scripts/lock.py from
# {source}; change that and run it again.
"""
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
)


def main(arguments: list[str]) -> int:
    """Lock each purpose in turn."""
    parser = argparse.ArgumentParser(prog="lock.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest allowed versions")
    chosen = parser.parse_args(arguments)
    try:
        python = environment.prepare("lock")
        for name in ("run", "test", "package", "lock"):
            lock(python, name, upgrade=chosen.upgrade)
    except SetupError as error:
        say(str(error))
        return 1
    return 0


def lock(python: Path, name: str, *, upgrade: bool) -> None:
    """Write one lock file.

    Args:
        python: the Python that has uv.
        name: one of the purposes.
        upgrade: whether to look for newer versions than are locked now.
    """
    target = environment.PURPOSES[name].lock
    source = "build_scripts/requirements/lock.in" if name == "lock" else "pyproject.toml"
    command = [str(python), "-m", "uv", "pip", "compile", source, *OPTIONS, "-o", str(target)]
    if name == "run":
        # Whoever starts it from a checkout expects "Listen" to work.
        command += ["--extra", "speech"]
    if name in {"test", "package"}:
        command += ["--extra", name, "--constraint", str(environment.PURPOSES["run"].lock)]
    if upgrade:
        command.append("--upgrade")
    say(f"locking {target.relative_to(environment.ROOT)}")
    done = subprocess.run(
        command, cwd=environment.ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SetupError(f"uv could not lock {source}: {done.stderr.strip()}")
    text = HEADER.format(source=source) + target.read_text(encoding="utf-8")
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
