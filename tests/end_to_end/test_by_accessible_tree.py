"""A whole case by somebody who has only what the accessible tree offers.

The program runs by itself; this reads names, roles and states, listens to what is told, and does
the actions that are offered. No key is pressed and nothing is looked at.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from build_scripts.virtual_screen import virtual_screens
from tests.end_to_end.accessible_tree import SERVICE, AccessibilityBus, Box, GoneError, Node, Tree

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's own"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is missing"),
    pytest.mark.skipif(not SERVICE.exists(), reason="the AT-SPI launcher is missing"),
]


CONTROLS = frozenset(
    {
        "button",
        "check box",
        "combo box",
        "entry",
        "link",
        "push button",
        "radio button",
        "slider",
        "spin button",
        "text",
        "toggle button",
    }
)
PAGE = "layered pane"
"""The role of the one part of the window whose content changes from page to page."""

WINDOWS = {"dialog", "frame", "window"}
TOUCH = 4
"""By how many pixels neighbours may overlap, as the ring around a medical word does."""

NOT_MARKED = "Not marked."
SOON = 5
"""Within how many seconds a page must have told what it has to tell, also on a busy machine."""

OWN_OF_THE_RUN = ("AT_SPI", "COV", "DBUS_", "GTK_", "PYTEST", "PYTHON", "QT_", "XDG_")


@dataclass(frozen=True, eq=False)
class Thing:
    """One object as it was at one moment, with all that showed within."""

    node: Node
    role: str
    name: str
    states: frozenset[str]
    box: Box
    actions: tuple[str, ...]
    editable: bool
    children: tuple["Thing", ...]

    @classmethod
    def seen(cls, node: Node) -> Iterator["Thing"]:
        """Look at an object once; give nothing if it does not show."""
        with suppress(GoneError):
            states = node.states
            if "showing" in states:
                interfaces = node.interfaces
                yield cls(
                    node,
                    node.role,
                    node.name,
                    states,
                    node.extents if "Component" in interfaces else Box(0, 0, 0, 0),
                    tuple(node.actions),
                    "EditableText" in interfaces,
                    tuple(thing for child in node.children for thing in cls.seen(child)),
                )

    def all(self) -> Iterator["Thing"]:
        """Give it and all within, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child.all()

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


def read(page: Thing) -> list[Thing]:
    """Give what is read on a page, in reading order: what has words or can have the focus."""
    return [
        thing
        for thing in page.all()
        if thing.box.width > 0
        and thing.role != "scroll bar"
        and ("focusable" in thing.states or thing.name)
    ]


def read_around(page: Thing, things: list[Thing]) -> list[Thing]:
    """Give what is read of the window around the page: its head and its foot."""
    on_page = set(page.all())
    return [
        thing
        for thing in things
        if thing not in on_page
        and thing.box.width > 0
        and thing.role not in WINDOWS
        and ("focusable" in thing.states or thing.name)
    ]


def complaints(thing: Thing) -> list[tuple[str, str]]:
    """Say what keeps somebody from knowing a control or from using it: by which rule, and what."""
    found = []
    focusable = "focusable" in thing.states
    if focusable and not re.search(r"\w", thing.name):
        found.append(("name", f"{thing} takes the focus without a name"))
    if "checked" in thing.states and thing.name.endswith(NOT_MARKED):
        found.append(("state", f"{thing} is told as checked"))
    if thing.role in CONTROLS and "enabled" in thing.states:
        if not thing.actions and not thing.editable:
            found.append(("action", f"{thing} offers no action"))
        if not focusable:
            found.append(("action", f"{thing} cannot take the focus"))
    return found


def order_problems(things: list[Thing]) -> list[tuple[Thing, Thing, str]]:
    """Say where a page is read in another order than it is seen.

    What is read later lies wholly below what was read before it, or wholly to its right: the rest
    of its row, or the next column. So a column that has something beside it is read to its end
    before that. What lies one over the other has no order. This holds for what can have the focus
    as it does for words, as both are among what is read.
    """
    return [
        (earlier, later, where)
        for earlier, later in combinations(things, 2)
        if (where := before(later.box, earlier.box))
    ]


def before(one: Box, other: Box) -> str:
    """Say where one box lies if it is seen before the other, else ""."""
    if one.bottom <= other.top + TOUCH and one.left < other.right - TOUCH:
        return "above"
    if one.right <= other.left + TOUCH and one.top < other.bottom - TOUCH:
        return "left of"
    return ""


def page_of(things: list[Thing]) -> Thing:
    """Give the page among all that shows."""
    return next(thing for thing in things if thing.role == PAGE)


def places(things: list[Thing]) -> list[tuple[str, Box]]:
    """Give what shows and where, to tell whether it moved."""
    return [(str(thing), thing.box) for thing in things]


def faults(things: list[Thing]) -> list[tuple[str, str]]:
    """Say what is wrong with all that shows: by which rule, and what."""
    found = [fault for thing in things for fault in complaints(thing)]
    if things[0].role not in WINDOWS:
        found.append(("window", f"the window is no window but {things[0]}"))
    pictured = {
        part for thing in things if thing.name.startswith("Picture: ") for part in thing.all()
    }
    for earlier, later, where in order_problems(read(page_of(things))):
        rule = "order in pictures" if {earlier, later} <= pictured else "order"
        found.append((rule, f"{later} is read after {earlier}, but lies {where} it"))
    for earlier, later, where in order_problems(read_around(page_of(things), things)):
        found.append(("order", f"{later} is read after {earlier}, but lies {where} it"))
    return found


@dataclass
class Somebody:
    """Uses the program through its tree, and notes what is wrong with each page."""

    tree: Tree
    title: str = ""
    problems: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def arrive(self, *, announced: bool = True) -> None:
        """Wait for another page, then look it over as it is."""
        before = self.title
        self.title = self.tree.wait(lambda: self._page_title(before), 20)
        assert self.title, f"still on {before!r}; heard {self.tree.heard()}"
        self._look_over(announced=announced)

    def _page_title(self, before: str) -> str:
        windows = self.tree.windows
        title = windows[0].name.rpartition(" – ")[0] if windows else ""
        return "" if title == before else title

    def act(self, role: str | Collection[str] | None, name: str, action: str | None = None) -> Node:
        """Do what something offers; without a role, the first control of that name."""
        node = self.tree.find(role or CONTROLS, name)
        node.do(action)
        return node

    def choose(self, name: str) -> Node:
        """Choose an answer, and see that it took."""
        answer = self.act({"check box", "radio button"}, name)
        assert self.tree.wait(lambda: "checked" in answer.states, SOON), f"{answer} is not chosen"
        return answer

    def go_on(self, by: str = "^Continue") -> None:
        """Look at the page as it was left, go where a button leads and look that over."""
        self.look_at_controls()
        self.tree.events.clear()
        self.act("push button", by)
        self.arrive()

    def page(self) -> Node:
        """The page, without what stands around every page."""
        return self.tree.find(PAGE)

    def words(self) -> str:
        """All that the page says, as one text."""
        return " ".join(node.name for node in self.page().walk())

    def _look_over(self, *, announced: bool) -> None:
        tree = self.tree
        title = read(self.look_at_controls())[0]
        if title.name != self.title:
            self._note("title", f"the first thing is not its title but {title}")
        if title.role != "heading":
            self._note("title", f"its title is no heading but {title}")
        if not tree.wait(lambda: "focused" in title.node.states, SOON):
            focused = [str(thing) for thing in self.look() if "focused" in thing.states]
            self._note("focus", f"the focus is not on its title but on {focused}")
        if announced and not tree.wait(lambda: any(self.title in h for h in tree.heard()), SOON):
            self._note("announced", f"was not announced; heard {tree.heard()}")
        if announced and title.node not in tree.focus_moves():
            moves = [str(node) for node in tree.focus_moves()]
            self._note("focus", f"no focus on its title was told, only on {moves}")

    def look(self) -> list[Thing]:
        """Give all that shows, in all windows."""
        seen = [thing for window in self.tree.windows for thing in Thing.seen(window)]
        return [thing for top in seen for thing in top.all()]

    def look_at_controls(self) -> Thing:
        """Note what is wrong with the page as it is now, whatever is open or chosen on it.

        Returns:
            The page.
        """
        things = self.look()
        if faults(things):
            # A page that changed while it was read was never seen like that by anybody.
            things = self._look_once_still(things)
        for rule, text in faults(things):
            self._note(rule, text)
        return page_of(things)

    def _look_once_still(self, things: list[Thing]) -> list[Thing]:
        """Look again until two looks in a row show the same things in the same places."""
        seen = [things]

        def is_still() -> bool:
            seen.append(self.look())
            return places(seen[-1]) == places(seen[-2])

        assert self.tree.wait(is_still, SOON), f"{self.title} never comes to rest"
        return seen[-1]

    def _note(self, rule: str, text: str) -> None:
        note = f"{self.title}: {text}"
        if note not in self.problems[rule]:
            self.problems[rule].append(note)


@contextmanager
def somebody(
    folder: Path, *asked: str, variables: dict[str, str] | None = None
) -> Iterator[Somebody]:
    """Start the program for somebody, with an accessibility bus and a home of its own.

    Args:
        folder: for the home.
        asked: what the program is started with.
        variables: what is other than in this process.
    """
    other = variables or {}
    variables = {k: v for k, v in os.environ.items() if not k.startswith(OWN_OF_THE_RUN)}
    for name, at in (
        ("HOME", "home"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        # A socket lies in here, whose path may not be long.
        ("XDG_RUNTIME_DIR", "run"),
    ):
        (folder / at).mkdir(mode=0o700)
        variables[name] = str(folder / at)
    variables |= other | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory"}
    with ExitStack() as stack:
        bus = stack.enter_context(AccessibilityBus(variables))
        tree = Tree(bus)
        program = stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "decision_aid", "--theme", "light", *asked],
                cwd=ROOT,
                env={
                    **variables,
                    "DBUS_SESSION_BUS_ADDRESS": bus.address,
                    "QT_QPA_PLATFORM": "xcb",
                    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                },
                text=True,
            )
        )
        stack.callback(program.kill)
        person = Somebody(tree)
        person.arrive(announced=False)
        yield person


@dataclass
class Journey:
    """What a whole case left behind: the pages' words, the file, and what was wrong on the way."""

    said: dict[str, str]
    saved: str
    problems: dict[str, list[str]]


START = "^I have results"
HUB = "What usually comes next"
CARDS = {
    "treatment": "^Treatment for me",
    "biology": "^My report",
    "options": "^My options",
    "values": "^What matters to me",
    "check": "^Is it clear",
    "more": "^More to know",
    "questions": "^My questions",
}
"""The button on the hub that opens each card."""


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A whole case, gone through once for all tests that ask about it."""
    folder = tmp_path_factory.mktemp("case")
    with somebody(folder) as person:
        tree, said = person.tree, {}
        person.go_on(START)
        mark_places(person)
        person.go_on()
        said["answer"] = person.words()
        person.go_on("^Change an answer")
        said["marked"] = " ".join(
            thing.name for thing in person.look() if "checked" in thing.states
        )
        person.go_on()
        person.go_on()
        for card in CARDS:
            use_card(person, card)
        person.go_on()
        target = folder / "for my visit.pdf"
        tree.events.clear()
        person.act("push button", "^Save as PDF")
        save_in_dialog(tree, target)
        assert tree.wait(target.is_file, 20), tree.outline()
        assert target.read_bytes().startswith(b"%PDF")
        if not tree.wait(lambda: any(str(target) in told for told in tree.heard()), SOON):
            person.problems["announced"].append(f"nothing told of the file: {tree.heard()}")
        return Journey(said, text_of(target), person.problems)


def mark_places(person: Somebody) -> None:
    """Say which breast and that it is new, and mark: in the list, in the picture, as not found."""
    tree = person.tree
    person.choose("^Left$")
    person.choose("^First time$")
    tree.events.clear()
    person.choose("^Grown into the breast tissue")
    so_far = "Invasive: Yes"
    if not tree.wait(lambda: any(so_far in told for told in tree.heard()), SOON):
        person.problems["announced"].append(f"the answer so far is not told: {tree.heard()}")
    mark_in_picture(person, "Nodes in the armpit, on your left", "Lymph nodes in the armpit")
    person.act("push button", "^Liver")
    person.choose("^Liver: Not found")
    person.choose("^Nothing else farther away")


def mark_in_picture(person: Somebody, part: str, place: str) -> None:
    """Mark a place by its part of the picture; if that fails, note it and use the list."""
    tree = person.tree
    picture = tree.find(None, "^Picture of the body")
    pressed = tree.find("check box", f"^{part}", within=picture)
    pressed.do()
    found = f"^{place}.*[:.] Found"
    if not tree.wait(lambda: tree.find_all("check box", found), SOON):
        person.problems["picture"].append(f"{pressed} in the picture leads nowhere")
        person.choose(f"^{place}")
    if not tree.wait(lambda: is_checked(pressed) and "Found" in pressed.name, SOON):
        person.problems["picture"].append(f"{pressed} in the picture is not as the list")


def use_card(person: Somebody, card: str) -> None:
    """Open a card of the hub, use what it offers, and come back to the hub."""
    person.go_on(CARDS[card])
    decide(person, card)
    person.go_on()
    assert person.title == HUB


def is_checked(node: Node) -> bool:
    return "checked" in node.states


def decide(person: Somebody, card: str) -> None:
    """Pick two options, rate what matters, and reply, each as the tree offers it."""
    tree = person.tree
    if card == "options":
        person.act(None, "^How much of the breast should be taken out")
        assert tree.wait(lambda: tree.find_all("check box", "^Compare: Mastectomy"), SOON)
        for option in ("Lumpectomy", "Mastectomy"):
            tick = person.act("check box", f"^Compare: {option}")
            assert tree.wait(partial(is_checked, tick), SOON), f"{tick} is not ticked"
        assert tree.find("panel", "^Mastectomy.*: What it does well")
    elif card == "values":
        person.choose("^Matters a lot")
        assert tree.find("heading", "^Options that affect this")
    elif card == "check":
        tree.events.clear()
        person.choose("^I'm not sure")
        if not tree.wait(lambda: any("Here it is in other words" in t for t in tree.heard()), SOON):
            person.problems["announced"].append(f"the other words are not told: {tree.heard()}")


@pytest.mark.parametrize(
    "answer",
    [
        "Left",
        "First time",
        "Grown into the breast tissue: Found",
        "Lymph nodes in the armpit on the same side: Found",
        "Liver: Not found",
        "Nothing else farther away",
    ],
)
def test_every_answer_is_read_back(journey: Journey, answer: str) -> None:
    assert answer in journey.said["marked"]


def test_the_answer_and_the_paper_say_what_it_is(journey: Journey) -> None:
    for text in (journey.said["answer"], journey.saved):
        assert re.search(r"\binvasive\b", text)
        assert "not metastatic" in text
    assert "Grown into the breast tissue" in journey.saved
    assert "Lymph nodes in the armpit" in journey.saved


@pytest.mark.parametrize(
    "rule",
    [
        "title",
        "focus",
        "announced",
        "name",
        "action",
        "order",
        "order in pictures",
        "picture",
        "state",
        "window",
    ],
)
def test_every_page_can_be_read_and_used(journey: Journey, rule: str) -> None:
    assert not journey.problems[rule], "\n".join(journey.problems[rule])


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is missing")
def test_large_print_on_a_small_screen_is_read_in_order(tmp_path: Path) -> None:
    with (
        virtual_screens(1, "800x600") as (screen,),
        somebody(tmp_path, "--text-size", "200", variables={"DISPLAY": screen}) as person,
    ):
        assert person.tree.windows[0].extents[2:] == (800, 600)
        person.go_on(START)
        person.choose("^Left$")
        person.choose("^Grown into the breast tissue")
        person.choose("^More places")
        person.look_at_controls()
        person.go_on()
        person.go_on()
        for card in CARDS:
            use_card(person, card)
        person.go_on()
        person.look_at_controls()
        assert person.title == "Your summary to take along"
        problems = {rule: found for rule, found in person.problems.items() if found}
        assert problems == {}


def save_in_dialog(tree: Tree, target: Path) -> None:
    """Name the file in the dialog, and save it."""
    dialog = tree.find("dialog")
    tree.find("text", within=dialog).set_text(str(target))
    tree.find("push button", "Save", within=dialog).do()


def test_that_nothing_is_marked_is_said_and_has_the_focus(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.go_on(START)
        person.tree.events.clear()
        person.act("push button", "^Continue")
        missing = "Nothing is marked yet"
        said = person.tree.wait(lambda: [h for h in person.tree.heard() if missing in h], SOON)
        assert len(said) == 1
        error = person.tree.find(None, f"^{re.escape(said[0])}", within=person.page())
        assert person.tree.wait(lambda: "focused" in error.states, SOON)
        assert error in person.tree.focus_moves()


def test_a_rare_place_is_found_by_typing_and_asked_about_where_it_stands(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        tree = person.tree
        person.go_on(START)
        person.choose("^Left$")
        tree.find("text", "^Find a place").set_text("chest wall")
        wall = person.choose("^Grown straight into the chest wall")
        tree.find("heading", "^Did it grow straight in")
        answer = tree.find_all("radio button", within=person.page())[0]
        person.choose(re.escape(answer.name))
        person.look_at_controls()
        assert "Found" in wall.name
        problems = {rule: found for rule, found in person.problems.items() if found}
        assert problems == {}


def test_somebody_who_waits_is_two_presses_from_a_page_for_them(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.go_on("^I am waiting for results")
        assert person.tree.find_all("heading", within=person.page())[1:]
        person.go_on()
        assert person.title == "Where was cancer found?"
        problems = {rule: found for rule, found in person.problems.items() if found}
        assert problems == {}


def test_a_text_size_that_is_chosen_is_taken(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        button = person.tree.find("push button", "^Help")
        small = button.extents
        person.act("push button", "^Text and colors")
        person.act("radio button", "^Text size 150 %")
        assert person.tree.wait(lambda: button.extents.height > small.height, SOON)


def text_of(file: Path) -> str:
    """Read the words of a PDF, without its line breaks."""
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(file))
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(pages).split())
