"""Puts the words of a line together: what is spoken of, and what is said to be found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from decision_aid.domain import Side
from decision_aid.records.codes.tnm import FAR_SOMEWHERE
from decision_aid.records.typed.lexer import Item
from decision_aid.records.typed.vocabulary.places_named import NEEDS_NODE
from decision_aid.records.typed.vocabulary.roles import Effect, Reach, Role

_R = Role

PLACES_OF_SPREAD: Final = frozenset(
    {_R.ORGAN, _R.REGION, _R.NODE, _R.NODE_SURGERY, _R.FLUID}
)
"""What counts only with a word for what was found there."""

NODES: Final = frozenset({_R.REGION, _R.NODE, _R.NODE_SURGERY})
_SPOKEN_OF: Final = PLACES_OF_SPREAD | {
    _R.CODE, _R.TUMOR, _R.RECURRENCE, _R.OTHER_CANCER, _R.NEUTRAL, _R.STRAY_CELLS, _R.BREAST,
}  # fmt: skip
_ADDS_NOTHING: Final = frozenset({_R.PLAIN, _R.NOT_MEDICAL, _R.NUMBER, _R.NOW})
_BETWEEN: Final = _ADDS_NOTHING | {_R.SIDE, _R.OTHER_SIDE, _R.COUNT}
_ALSO: Final = frozenset({_R.AND, _R.OR})
_EVIDENCE: Final = frozenset(
    {_R.SPREAD, _R.SPREADING, _R.REACHING, _R.SPOT, _R.POSITIVE, _R.PROVEN, _R.MALIGNANT,
     _R.MICRO, _R.TEST, _R.SAMPLE}
)  # fmt: skip
_CANCER: Final = frozenset(
    {"cancer", "ca", "carcinoma", "adenocarcinoma", "malignancy", "neoplasm", "adenoca", "cancers"}
)
_SPREADS: Final = frozenset({_R.SPREAD, _R.SPREADING})
_BEFORE_ITS_PLACE: Final = frozenset(
    {_R.SPREADING, _R.REACHING, _R.POSITIVE, _R.PROVEN, _R.MALIGNANT, _R.SPOT}
)


@dataclass(slots=True)
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
        self.mentions: list[Mention] = list(self._spoken_of())
        self._join_nodes()
        self._find_other_cancers()
        self.by_item = {mention.at: mention for mention in self.mentions}
        self._attach_evidence()
        self._share_in_lists()
        self.mentions += self._spread_somewhere()
        self.mentions.sort(key=lambda mention: mention.at)
        self.by_item = {mention.at: mention for mention in self.mentions}

    def in_part(self, part: int) -> list[Mention]:
        """Return the mentions of a part between commas, in order."""
        return [mention for mention in self.mentions if mention.part == part]

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
            if before is not None and self._one_region(before, mention, _BETWEEN):
                region = before
            elif (
                after is not None
                and not mention.id
                and self._one_region(mention, after, _BETWEEN | {_R.TO, _R.POSITIVE, _R.SPOT})
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
        """ "Lung cancer" and "carcinoma of the lung" began there."""
        for mention in self.mentions:
            if mention.role is not _R.ORGAN or _R.TEST in mention.evidence:
                continue
            after = mention.at + 1
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

    def _attach_evidence(self) -> None:
        for at, item in enumerate(self.items):
            if item.role is _R.COUNT:
                self._attach_count(at)
            elif item.role is _R.NUMBER:
                self._attach_number(at)
            elif item.role in _EVIDENCE and at not in self.by_item:
                for mention in self._spoken_of_by(at):
                    self._give(mention, at)
            elif _R.RECURRENCE is item.role and item.entry.id in {"somewhere", "distant"}:
                before = [m for m in self._before(at) if m.at == at - 1]
                for mention in before or self._after(at, needs_small_word=True):
                    self._give(mention, at)
            elif _is_far_code(item):
                for mention in self._after(at, needs_small_word=False):
                    self._give(mention, at)

    def _give(self, mention: Mention, at: int) -> None:
        role = self.items[at].role
        mention.evidence.add(_R.SPREADING if role in {_R.CODE, _R.RECURRENCE} else role)
        mention.items.add(at)
        mention.sharing.add(at)

    def _spoken_of_by(self, at: int) -> Iterable[Mention]:
        role = self.items[at].role
        before = self._before(at)
        if role in _BEFORE_ITS_PLACE:
            needs = role in {_R.MALIGNANT, _R.SPOT} and bool(before)
            after = self._after(at, needs_small_word=needs)
            adjective = role in {_R.SPREADING, _R.PROVEN, _R.POSITIVE}
            chosen = (after or before) if adjective or not before else before
        else:
            chosen = before or self._after(at, needs_small_word=False)
            after = self._after(at, needs_small_word=True)
        tests_only = all(m.evidence & {_R.TEST, _R.SAMPLE} for m in chosen)
        if before and chosen == before and after and (role in _SPREADS or tests_only):
            chosen = after if tests_only else [*before, *after]
        elif role is _R.SPREAD and before and chosen == before:
            chosen = [*before, *self._vertebra_at(at + 1)]
        return chosen

    def _vertebra_at(self, at: int) -> list[Mention]:
        """Return the vertebra that tells more of a bone, as in "bone mets L3"."""
        mention = self.by_item.get(at)
        return [mention] if mention is not None and self.items[at].entry.reach is not None else []

    def _before(self, at: int) -> list[Mention]:
        """Return what stands right before, with nothing between that speaks of something else."""
        passed = _BETWEEN | _EVIDENCE | {_R.WITH}
        n = at - 1
        while n >= 0 and self.parts[n] == self.parts[at]:
            mention = self.by_item.get(n)
            if mention is not None and mention.role in PLACES_OF_SPREAD:
                joined_by_with = any(self.items[k].role is _R.WITH for k in range(n, at))
                return [] if joined_by_with and mention.role is not _R.FLUID else [mention]
            owned = any(n in m.items for m in self.mentions)
            if not owned and self.items[n].role not in passed:
                break
            n -= 1
        return []

    def _after(self, at: int, *, needs_small_word: bool) -> list[Mention]:
        passed = _BETWEEN | _EVIDENCE | {_R.TO, _R.TUMOR, _R.BREAST}
        small_word = False
        n = at + 1
        while n < len(self.items) and self.parts[n] == self.parts[at]:
            mention = self.by_item.get(n)
            if mention is not None and mention.role in PLACES_OF_SPREAD:
                return [mention] if small_word or not needs_small_word else []
            role = self.items[n].role
            small_word = small_word or role is _R.TO or self.items[n].text == ":"
            owned = any(n in m.items and m.role in PLACES_OF_SPREAD for m in self.mentions)
            if role not in passed and not owned:
                break
            n += 1
        return []

    def _attach_count(self, at: int) -> None:
        if at and self.items[at - 1].text.lower() in {"grade", "score", "nottingham", "sbr"}:
            return
        nodes = [m for m in self.in_part(self.parts[at]) if m.role in NODES]
        after = [m for m in nodes if m.at > at]
        before = [m for m in nodes if m.at < at]
        near = min(after, key=lambda m: m.at, default=None)
        if near is not None and not self._only_between(at, near.at):
            near = None
        mention = near or max(before, key=lambda m: m.at, default=None)
        if mention is None:
            mention = self._nodes_of_part_before(at)
        if mention is None or mention.found_of is not None:
            return
        found, taken = map(int, self.items[at].entry.id.split("/"))
        mention.found_of = (found, taken)
        mention.evidence.add(_R.COUNT)
        mention.items.add(at)

    def _nodes_of_part_before(self, at: int) -> Mention | None:
        """Return the nodes that end the part before, as in "SLNB, 0/3"."""
        if any(self.parts[n] == self.parts[at] for n in range(at)[-1:]):
            return None
        before = [m for m in self.mentions if m.part == self.parts[at] - 2]
        same = before and before[-1].sentence == self.sentences[at]
        return before[-1] if same and before[-1].role in NODES else None

    def _only_between(self, start: int, end: int) -> bool:
        passed = _BETWEEN | _EVIDENCE | {_R.TO}
        return all(
            self.items[n].role in passed or any(n in m.items for m in self.mentions)
            for n in range(start + 1, end)
        )

    def _attach_number(self, at: int) -> None:
        n = at + 1
        while n < len(self.items) and self.parts[n] == self.parts[at]:
            mention = next((m for m in self.mentions if n in m.items and m.role in NODES), None)
            if mention is not None:
                if self.items[n].role in {_R.REGION, _R.NODE} and not mention.number:
                    mention.number = True
                    mention.items.add(at)
                return
            if self.items[n].role not in _BETWEEN | {_R.POSITIVE, _R.MALIGNANT, _R.SPOT}:
                return
            n += 1

    def _share_in_lists(self) -> None:
        """Let places of a list share what is said of the last, or of the first one."""
        places = [m for m in self.mentions if m.role in PLACES_OF_SPREAD]
        for one, other in reversed(list(zip(places, places[1:], strict=False))):
            if not self._alone(one) or not self._listed(one, other):
                continue
            behind = {n for n in other.sharing if n > other.at or self.items[n].role is _R.SPOT}
            self._share(one, behind)
        for one, other in zip(places, places[1:], strict=False):
            if self._alone(other) and self._listed(one, other):
                self._share(other, {n for n in one.sharing if n < one.at})

    def _share(self, mention: Mention, evidence: set[int]) -> None:
        for n in evidence:
            mention.sharing.add(n)
            role = self.items[n].role
            mention.evidence.add(_R.SPREADING if role in {_R.CODE, _R.RECURRENCE} else role)

    @staticmethod
    def _alone(mention: Mention) -> bool:
        return not mention.evidence and not mention.number

    def _listed(self, one: Mention, other: Mention) -> bool:
        """Whether two places follow each other in a list, with nothing else between them."""
        if one.sentence != other.sentence:
            return False
        own = one.items | other.items
        between = [n for n in range(one.at + 1, other.at) if n not in own]
        return all(
            self.items[n].role in _ALSO | {_R.COMMA, _R.PLAIN, _R.SIDE, _R.NUMBER, _R.TO}
            for n in between
        )

    def _spoken_of_before(self, at: int) -> Mention | None:
        """Return the place of the part before, of which a result behind the comma may speak."""
        if self.in_part(self.parts[at]) and any(
            m.role in PLACES_OF_SPREAD for m in self.in_part(self.parts[at])
        ):
            return None
        before = [m for m in self.mentions if m.at < at and m.sentence == self.sentences[at]]
        if not before or before[-1].role not in PLACES_OF_SPREAD:
            return None
        last = before[-1]
        return last if last.role in NODES or not last.evidence - {_R.SAMPLE, _R.TEST} else None

    def _other_words_of_nodes(self, at: int) -> bool:
        """Whether a report may speak of nodes named on a line before."""
        report = self.items[at].text.lower() in _OF_A_REPORT
        return report and any(m.role in NODES and m.at < at for m in self.mentions)

    def _spread_somewhere(self) -> Iterator[Mention]:
        """Yield spread without a place: "metastatic", "mets"."""
        given = {n for mention in self.mentions for n in mention.sharing}
        for at, item in enumerate(self.items):
            if at in given:
                continue
            if item.role in _SPREADS:
                before = self._spoken_of_before(at)
                if before is not None and item.text.lower() in _OF_A_REPORT:
                    self._give(before, at)
                    continue
                mention = self.new_mention(at, _R.ORGAN, "other_far_organ=not_sure")
                mention.evidence.add(item.role)
                mention.sharing.add(at)
                mention.doubtful = before is not None or self._other_words_of_nodes(at)
                yield mention
            elif item.role is _R.TRIGGER and item.entry.effect is Effect.RELATIVE:
                if not self.in_part(self.parts[at]):
                    mention = self.new_mention(at, _R.NEUTRAL, "")
                    mention.effects.add(Effect.RELATIVE)
                    yield mention
            elif item.text.lower() == "invasion":
                yield self.new_mention(at, _R.TUMOR, "invasive")
            elif _denies_all(item) and not self.in_part(self.parts[at]):
                mention = self.new_mention(at, _R.ORGAN, "other_far_organ=not_sure")
                mention.effects.add(Effect.NO)
                yield mention
            elif item.role is _R.MICRO:
                mention = self.new_mention(at, _R.NODE, "")
                mention.evidence.add(item.role)
                yield mention


_ALL: Final = ("mets", "metastasis", "metastases", "metastatic disease", "disease", "spread")


def _denies_all(item: Item) -> bool:
    """Whether it says by itself that nothing is anywhere, as "no mets" does."""
    words = item.text.lower()
    return item.entry.effect is Effect.NO and " " in words and words.endswith(_ALL)


_OF_A_REPORT: Final = frozenset(
    {"metastatic carcinoma", "metastasis", "metastases", "metastatic deposit", "metastatic cancer",
     "metastatic deposits", "metastatic focus", "metastatic foci", "metastatic adenocarcinoma"}
)  # fmt: skip
"""How a report on a sample names what was found in what it speaks of."""


def _is_far_code(item: Item) -> bool:
    """Whether it is M1 or stage IV, behind which the places may stand."""
    says = item.token.says if item.token else None
    return says is not None and any(f.place == FAR_SOMEWHERE for f in says.found)


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


__all__ = ["NODES", "PLACES_OF_SPREAD", "Effect", "Line", "Mention", "Reach"]
