"""Puts the words of a line together: what is spoken of, and what is said to be found there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from decision_aid.domain import Side
from decision_aid.records.typed.lexer import Item
from decision_aid.records.typed.vocabulary.places_named import NEEDS_NODE
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R = Role

PLACES_OF_SPREAD: Final = frozenset({_R.ORGAN, _R.REGION, _R.NODE, _R.NODE_SURGERY, _R.FLUID})
"""What counts only with a word for what was found there."""

NODES: Final = frozenset({_R.REGION, _R.NODE, _R.NODE_SURGERY})
_SPOKEN_OF: Final = PLACES_OF_SPREAD | {
    _R.CODE, _R.TUMOR, _R.RECURRENCE, _R.OTHER_CANCER, _R.NEUTRAL, _R.STRAY_CELLS, _R.BREAST,
}  # fmt: skip
_ADDS_NOTHING: Final = frozenset({_R.PLAIN, _R.NOT_MEDICAL, _R.NUMBER, _R.NOW})
BETWEEN: Final = _ADDS_NOTHING | {_R.SIDE, _R.OTHER_SIDE, _R.COUNT}
"""What may stand between two words that belong together."""
_KINDS_OF_CELLS: Final = frozenset({"cell", "small", "large", "squamous"})
_TAKEN: Final = frozenset(
    {"taken", "removed", "removed at surgery", "sampled", "biopsied", "dissected", "retrieved",
     "submitted", "harvested", "excised", "resected", "performed", "done"}
)  # fmt: skip
_CANCER: Final = frozenset(
    {"cancer", "ca", "carcinoma", "adenocarcinoma", "malignancy", "neoplasm", "adenoca", "cancers"}
)


@dataclass(slots=True, eq=False)
class Mention:
    """Something that a line speaks of.

    Attributes:
        at: the number of its item.
        role: what it is.
        id: which one.
        part: the number of the part between commas that it stands in.
        sentence: the number of its sentence.
        items: the numbers of all items that belong to it.
        evidence: what is said to be found there, or how it was looked at.
        effects: what denies or doubts it.
        doubtful: whether a trigger before a comma may or may not reach it.
        sharing: what shares its evidence with others of a list.
        side: the side that it is said to be on.
        other_side: whether it is on the other side, or ``False`` for the same side.
        found_of: of nodes, how many had cancer, and how many were taken.
        number: whether a plain number of nodes stands before it.
    """

    at: int
    role: Role
    id: str
    part: int
    sentence: int
    items: set[int] = field(default_factory=set)
    evidence: set[Role] = field(default_factory=set)
    effects: set[Effect] = field(default_factory=set)
    doubtful: bool = False
    sharing: set[int] = field(default_factory=set)
    side: Side | None = None
    other_side: bool | None = None
    found_of: tuple[int, int] | None = None
    number: bool = False


class Line:
    """The items of a line with where they stand, and what they speak of."""

    def __init__(self, items: list[Item]) -> None:
        """Take the items of a line and put together what they speak of."""
        self.items = items
        self.parts, self.sentences = _where(items)
        self._nows = [n for n, item in enumerate(items) if item.role is _R.NOW]
        self._persons = [n for n, item in enumerate(items) if item.role in {_R.NOW, _R.SELF}]
        self.mentions: list[Mention] = list(self._spoken_of())
        self._join_nodes()
        self._find_other_cancers()
        self.by_item: dict[int, Mention] = {}
        self._owners: dict[int, Mention] = {}
        self._by_part: dict[int, list[Mention]] = {}
        self._roles: dict[int, frozenset[Role]] = {}
        self.add([])

    def in_part(self, part: int) -> list[Mention]:
        """Return the mentions of a part between commas, in order."""
        return self._by_part.get(part, [])

    def add(self, mentions: list[Mention]) -> None:
        """Add mentions at the place where they stand.

        Args:
            mentions: made by ``new_mention``.
        """
        self.mentions = sorted([*self.mentions, *mentions], key=lambda mention: mention.at)
        self.by_item = {mention.at: mention for mention in self.mentions}
        self._owners = {n: mention for mention in self.mentions for n in mention.items}
        self._by_part = {}
        for mention in self.mentions:
            self._by_part.setdefault(mention.part, []).append(mention)

    def own(self, mention: Mention, *numbers: int) -> None:
        """Let items belong to a mention.

        Args:
            mention: one of this line.
            *numbers: of the items.
        """
        for n in numbers:
            mention.items.add(n)
            self._owners.setdefault(n, mention)

    def owner(self, number: int) -> Mention | None:
        """Return the first mention that an item belongs to, if any."""
        return self._owners.get(number)

    def last_before(self, number: int) -> Mention | None:
        """Return the last mention before an item, if any."""
        at = bisect_left(self.mentions, number, key=lambda mention: mention.at)
        return self.mentions[at - 1] if at else None

    def mentions_after(self, number: int) -> list[Mention]:
        """Return the mentions after an item, in order."""
        return self.mentions[bisect_right(self.mentions, number, key=lambda m: m.at) :]

    def in_sentence(self, sentence: int) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        start = bisect_left(self.mentions, sentence, key=lambda m: m.sentence)
        return self.mentions[
            start : bisect_right(self.mentions, sentence, key=lambda m: m.sentence)
        ]

    def next_now(self, number: int) -> int:
        """Return the number of the next word such as "now", or one behind the last item."""
        at = bisect_left(self._nows, number)
        return self._nows[at] if at < len(self._nows) else len(self.items)

    def next_person(self, number: int) -> int:
        """Return where the person is next spoken of, or one behind the last item."""
        at = bisect_right(self._persons, number)
        return self._persons[at] if at < len(self._persons) else len(self.items)

    def items_of(self, part: int) -> range:
        """Return the numbers of the items of a part."""
        return range(bisect_left(self.parts, part), bisect_right(self.parts, part))

    def roles_in(self, part: int) -> frozenset[Role]:
        """Return what the items of a part do."""
        if part not in self._roles:
            self._roles[part] = frozenset(self.items[n].role for n in self.items_of(part))
        return self._roles[part]

    def says_taken(self, nodes: Mention) -> bool:
        """Return whether it is said behind nodes that they were taken out, or looked at."""
        behind = range(nodes.at + 1, self.items_of(nodes.part).stop)
        return any(self.items[n].text.lower() in _TAKEN for n in behind)

    def new_mention(self, at: int, role: Role, mention_id: str) -> Mention:
        """Return a mention of this item, not yet among the others."""
        return Mention(at, role, mention_id, self.parts[at], self.sentences[at], {at})

    def _spoken_of(self) -> Iterator[Mention]:
        for at, item in enumerate(self.items):
            entry = item.entry
            spoken = entry.role in _SPOKEN_OF or (entry.role is _R.TEST and entry.id)
            if entry.role is _R.REGION and item.text.lower() in NEEDS_NODE:
                spoken = _R.NODE in {self._role_beside(at, 1), self._role_beside(at, -1)}
            if not spoken:
                continue
            mention = self.new_mention(at, entry.role, entry.id)
            if entry.role is _R.TEST:
                mention.role, mention.evidence = _R.ORGAN, {_R.TEST}
                if entry.id.startswith("nodes"):
                    mention.role = _R.REGION
                if any(word in item.text.lower() for word in ("biop", "bx", "fna", "core")):
                    mention.evidence = {_R.SAMPLE}
            if entry.role is _R.NODE and entry.id == "positive":
                mention.id, mention.evidence = "", {_R.POSITIVE}
            if entry.role is _R.NODE and entry.id == "swollen":
                mention.id, mention.evidence = "", {_R.SPOT}
            yield mention

    def _role_beside(self, at: int, step: int) -> Role | None:
        """Return the role of what stands beside, passing the small words between."""
        n = at + step
        while 0 <= n < len(self.items) and self.parts[n] == self.parts[at]:
            if self.items[n].role not in {_R.TO, _R.PLAIN, _R.SIDE}:
                return self.items[n].role
            n += step
        return None

    def _join_nodes(self) -> None:
        """Let the word "node" and the region that it stands beside be one mention."""
        joined: set[int] = set()
        for number, mention in enumerate(self.mentions):
            if mention.role is not _R.NODE:
                continue
            before = self.mentions[number - 1] if number else None
            after = self.mentions[number + 1] if number + 1 < len(self.mentions) else None
            if before is not None and self._one_region(before, mention, BETWEEN | {_R.TRIGGER}):
                region = before
            elif (
                after is not None
                and not mention.id
                and self._one_region(mention, after, BETWEEN | {_R.TO, _R.POSITIVE, _R.SPOT})
                and (
                    after.at == mention.at + 1
                    or any(self.items[n].role is _R.TO for n in range(mention.at, after.at))
                )
            ):
                region = after
            else:
                continue
            region.items.add(mention.at)
            region.evidence |= mention.evidence
            joined.add(number)
        self.mentions = [m for n, m in enumerate(self.mentions) if n not in joined]

    def _one_region(self, one: Mention, other: Mention, between: frozenset[Role]) -> bool:
        return (
            _R.REGION in {one.role, other.role}
            and one.part == other.part
            and _R.SAMPLE not in one.evidence
            and all(self.items[n].role in between for n in range(one.at + 1, other.at))
        )

    def _find_other_cancers(self) -> None:
        """Know what began elsewhere: "lung cancer" and "carcinoma of the lung"."""
        for mention in self.mentions:
            if mention.role is not _R.ORGAN or _R.TEST in mention.evidence:
                continue
            after = mention.at + 1
            while after < len(self.items) and self.items[after].text.lower() in _KINDS_OF_CELLS:
                after += 1
            if after < len(self.items) and self._is_cancer(after):
                mention.role = _R.OTHER_CANCER
                mention.items.add(after)
            before = mention.at - 1
            while before > 0 and self.items[before].role is _R.PLAIN:
                before -= 1
            of = before > 0 and self.items[before].text.lower() in {"of", "of the"}
            if of and self._is_cancer(before - 1):
                mention.role = _R.OTHER_CANCER
                mention.items |= {before, before - 1}

    def _is_cancer(self, at: int) -> bool:
        words = self.items[at].text.lower()
        return words in _CANCER or words == "primary"


def _where(items: list[Item]) -> tuple[list[int], list[int]]:
    """Return for each item the number of its part between commas, and of its sentence."""
    parts: list[int] = []
    sentences: list[int] = []
    part = sentence = 0
    for item in items:
        ends = item.role in {_R.COMMA, _R.STOP, _R.BUT}
        if ends:
            part += 1
        if item.role in {_R.STOP, _R.BUT}:
            sentence += 1
        parts.append(part)
        sentences.append(sentence)
        if ends:
            part += 1
    return parts, sentences
