"""What a medical word means, asked and answered through the accessible tree alone."""

from pathlib import Path

from tests.end_to_end.accessible_tree import Node
from tests.end_to_end.test_by_accessible_tree import (
    CARDS,
    SOON,
    START,
    Somebody,
    pytestmark,
    somebody,
)

__all__ = ["pytestmark"]


def ask_and_come_back(person: Somebody, word: Node, term: str, panel_name: str = "") -> None:
    """Press a word, hear what it means, close it, and be where one was."""
    tree = person.tree
    tree.events.clear()
    # What is out of sight comes into sight first: the place is where the word is then.
    word.do()
    panel = tree.find("panel", panel_name or f"^What this word means: {term}")
    start = f"{term}: ".lower()
    told = tree.wait(lambda: [h for h in tree.heard() if h.lower().startswith(start)], SOON)
    assert told, f"the meaning is not told; heard {tree.heard()}"
    close = tree.find("push button", "^Close", within=panel)
    assert tree.wait(lambda: "focused" in close.states, SOON)
    before = word.extents
    title = person.title
    close.do()
    assert tree.wait(lambda: "focused" in word.states, SOON), "the focus is not on the word again"
    assert word.extents == before
    assert tree.windows[0].name.startswith(title)
    assert tree.wait(lambda: panel not in tree.find_all("panel"), SOON)


def test_what_a_place_is_is_told_beside_it(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.go_on(START)
        place = "Only inside the milk ducts"
        about = person.tree.find("push button", f"^What is this: {place}", within=person.page())
        ask_and_come_back(person, about, place, f"^{place}$")


def test_a_word_of_the_answer_is_explained_in_its_place(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.go_on(START)
        person.choose("^Left$")
        person.choose("^Grown into the breast tissue")
        person.go_on()
        tree = person.tree
        asked = tree.find("label", "^Metastatic", within=person.page())
        word = tree.find("push button", "^Metastatic", within=asked)
        ask_and_come_back(person, word, "metastatic")


def test_a_word_of_a_heading_or_an_answer_is_explained_there(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.go_on(START)
        person.choose("^Left$")
        person.choose("^Grown into the breast tissue")
        person.go_on()
        person.go_on()
        person.go_on(CARDS["biology"])
        tree = person.tree
        answer = tree.find("radio button", "^Lobular", within=person.page())
        word = tree.find("push button", "^What does “lobules” mean", within=person.page())
        assert 0 < word.extents.top - answer.extents.top < 160
        ask_and_come_back(person, word, "lobules")
        heading = tree.find("heading", "^Menopause", within=person.page())
        ask_and_come_back(person, tree.find("push button", within=heading), "menopause")
