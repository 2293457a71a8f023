"""Words are compiled once: a checkout keeps them until a file changes, a package carries them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.content import ContentError, compiling, load, loading
from decision_aid.content.compiled import CompiledWords
from decision_aid.content.loading import words_of_checkout
from tests.content.sound import change, copied

_ALL_OF_THEM = """
import json, sys
from pathlib import Path
from decision_aid.content.loading import words_of_checkout
from decision_aid.content.lookup import Content
from decision_aid.content.reviews import Reviews, parts

content = Content("en", words_of_checkout(Path(sys.argv[1]), "en"))
titles = [content.topic(topic).title for topic in content.topic_ids()]
known = [content.sources, content.glossary, content.sentences, content.places, content.checks]
unsigned = [part for part in parts(content) if Reviews(content).of(part) is None]
print(json.dumps({"titles": titles, "unsigned": len(unsigned), "modules": sorted(sys.modules)}))
"""


def _read(resources: Path, *before: str) -> subprocess.Popen[str]:
    script = "\n".join((*before, _ALL_OF_THEM))
    return subprocess.Popen(
        [sys.executable, "-c", script, str(resources)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def kept(resources: Path) -> Path:
    """The compiled words of a copy that has been used before."""
    words_of_checkout(resources, "en")
    return resources.parent / ".cache" / "words" / "en.jsonl"


@pytest.fixture
def never_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> CompiledWords:
        pytest.fail("these words were compiled already")

    assert kept.is_file()
    monkeypatch.setattr(compiling, "compile_words", refuse)


@pytest.mark.usefixtures("never_again")
def test_what_has_not_changed_is_not_compiled_again(resources: Path) -> None:
    words = words_of_checkout(resources, "en")
    assert words.part("labels")["button"]


@pytest.mark.usefixtures("kept")
def test_what_has_changed_is_compiled_again(resources: Path) -> None:
    change(resources, "en/places.toml", 'label = "Liver"', 'label = "Lever"')
    assert words_of_checkout(resources, "en").part("places")["liver"]["label"] == "Lever"
    (resources / "en" / "topics" / "places" / "lung.md").unlink()
    assert "topics/places/lung" not in words_of_checkout(resources, "en").names()
    change(resources, "sources.toml", "[acs-lcis]", "[acs-lobular]")
    assert "acs-lobular" in words_of_checkout(resources, "en").part("sources")


@pytest.mark.usefixtures("never_again")
def test_a_change_of_what_compiles_is_noticed_too(
    resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_CODE", tmp_path / "code")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "another.py").touch()
    with pytest.raises(pytest.fail.Exception):
        words_of_checkout(resources, "en")


@pytest.mark.parametrize("spoiled", [b"", b"{", b"[]\n", b'{"form": 0, "stamp": "", "parts": []}'])
def test_what_was_spoiled_is_compiled_again(resources: Path, kept: Path, spoiled: bytes) -> None:
    kept.write_bytes(spoiled)
    assert words_of_checkout(resources, "en").part("labels")
    assert kept.stat().st_size > 100_000


def test_a_file_that_is_cut_short_is_compiled_again(resources: Path, kept: Path) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    words_of_checkout(resources, "en")
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_words_are_compiled_all_the_same(resources: Path) -> None:
    (resources.parent / ".cache").write_text("no folder", encoding="utf-8")
    assert words_of_checkout(resources, "en").part("labels")


def test_several_that_start_at_once_all_have_their_words(resources: Path) -> None:
    started = [_read(resources) for _ in range(3)]
    told = [process.communicate(timeout=60) for process in started]
    titles = [json.loads(output)["titles"] for output, _ in told]
    assert titles[0]
    assert titles[0] == titles[1] == titles[2]
    kept = (resources.parent / ".cache" / "words").iterdir()
    assert [file.name for file in kept] == ["en.jsonl"]


@pytest.mark.usefixtures("kept")
def test_reading_the_words_needs_nothing_that_checks_or_marks_up(resources: Path) -> None:
    output, errors = _read(resources).communicate(timeout=60)
    assert errors == ""
    told = json.loads(output)
    assert len(told["titles"]) == len(load().topic_ids())
    assert told["unsigned"] > len(told["titles"])
    compiles = {"pydantic", "pydantic_core", "markdown_it", "tomllib", compiling.__name__}
    assert compiles.isdisjoint(told["modules"])


def test_a_checkout_that_cannot_compile_says_what_is_missing(resources: Path) -> None:
    absent = "import sys; sys.modules['markdown_it'] = None"
    _, errors = _read(resources, absent).communicate(timeout=60)
    assert "markdown_it is not installed" in errors


def test_a_package_reads_what_it_carries_and_never_compiles(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = CompiledWords(
        {"labels": b'{"button": {"close": "Close"}}', "topics/places/bone": b'"\\n"'}
    )
    (tmp_path / "package" / "words").mkdir(parents=True)
    file = tmp_path / "package" / "words" / "en.jsonl"
    file.write_bytes(whole.as_bytes())
    monkeypatch.setattr(loading, "resources_folder", lambda: tmp_path / "package")
    assert loading.languages() == ("en",)
    assert not loading.is_checkout()
    words = loading.compiled_words.__wrapped__("en")
    assert words.names() == ("labels", "topics/places/bone")
    assert words.part("labels")["button"]["close"] == "Close"
    with pytest.raises(KeyError):
        words.part("topics/places/bones")
    file.write_bytes(kept.read_bytes())
    with pytest.raises(ContentError, match="install the program again"):
        loading.compiled_words.__wrapped__("en")
