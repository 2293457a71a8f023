"""Gives each place of a line what is said to be found there, and how it was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from decision_aid.records.codes.tnm import FAR_SOMEWHERE
from decision_aid.records.typed.lexer import Item
from decision_aid.records.typed.mentions import BETWEEN, NODES, PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R = Role

_ALSO: Final = frozenset({_R.AND, _R.OR})
_EVIDENCE: Final = frozenset(
    {_R.SPREAD, _R.SPREADING, _R.REACHING, _R.SPOT, _R.POSITIVE, _R.PROVEN, _R.MALIGNANT,
     _R.MICRO, _R.TEST, _R.SAMPLE}
)  # fmt: skip
_NO_RESULT: Final = frozenset({_R.SAMPLE, _R.TEST, _R.SPOT})
_SPREADS: Final = frozenset({_R.SPREAD, _R.SPREADING})
_BEFORE_ITS_PLACE: Final = frozenset(
    {_R.SPREADING, _R.REACHING, _R.POSITIVE, _R.PROVEN, _R.MALIGNANT, _R.SPOT}
)


def attach_evidence(line: Line) -> None:
    """Attach every word for what was found to the place that it speaks of.

    Args:
        line: the line; its mentions are changed, and spread without a place is added.
    """
    _Evidence(line).attach()


class _Evidence:
    def __init__(self, line: Line) -> None:
        self.line = line

    def attach(self) -> None:
        """Attach everything, then let lists share it, then find spread without a place."""
        self._attach_all()
        self._share_in_lists()
        self.line.add(list(self._spread_somewhere()))

    def _attach_all(self) -> None:
        for at, item in enumerate(self.line.items):
            if item.role is _R.COUNT:
                self._attach_count(at)
            elif item.role is _R.NUMBER:
                self._attach_number(at)
            elif item.role in _EVIDENCE and at not in self.line.by_item:
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
        role = self.line.items[at].role
        mention.evidence.add(_R.SPREADING if role in {_R.CODE, _R.RECURRENCE} else role)
        self.line.own(mention, at)
        mention.sharing.add(at)

    def _spoken_of_by(self, at: int) -> Iterable[Mention]:
        role = self.line.items[at].role
        before = self._before(at)
        if role in _BEFORE_ITS_PLACE:
            needs = role in {_R.MALIGNANT, _R.SPOT} and bool(before)
            after = self._after(at, needs_small_word=needs)
            adjective = role in {_R.SPREADING, _R.PROVEN, _R.POSITIVE}
            chosen = (after or before) if adjective or not before else before
        else:
            chosen = before or self._after(at, needs_small_word=False)
            after = self._after(at, needs_small_word=True)
        if role in _SPREADS and not chosen:
            return self._named_alone_after(at)
        tests_only = all(m.evidence & {_R.TEST, _R.SAMPLE} for m in chosen)
        if before and chosen == before and after and (role in _SPREADS or tests_only):
            chosen = after if tests_only else [*before, *after]
        elif role is _R.SPREAD and before and chosen == before:
            chosen = [*before, *self._vertebra_at(at + 1)]
        return chosen

    def _named_alone_after(self, at: int) -> list[Mention]:
        """Return the organ that the next part only names: "metastatic disease, bone"."""
        inside = self.line.items_of(self.line.parts[at] + 2)
        mentions = self.line.in_part(self.line.parts[at] + 2)
        passed = _ALSO | BETWEEN
        if not mentions or self.line.sentences[inside[0]] != self.line.sentences[at]:
            return []
        only_organs = all(m.role is _R.ORGAN and not m.evidence for m in mentions)
        alone = all(
            self.line.owner(n) is not None or self.line.items[n].role in passed for n in inside
        )
        return mentions[:1] if only_organs and alone else []

    def _vertebra_at(self, at: int) -> list[Mention]:
        """Return the vertebra that tells more of a bone, as in "bone mets L3"."""
        mention = self.line.by_item.get(at)
        return (
            [mention] if mention is not None and self.line.items[at].entry.reach is not None else []
        )

    def _before(self, at: int) -> list[Mention]:
        """Return what stands right before, with nothing between that speaks of something else."""
        passed = BETWEEN | _EVIDENCE | {_R.WITH}
        n = at - 1
        while n >= 0 and self.line.parts[n] == self.line.parts[at]:
            mention = self.line.by_item.get(n)
            if mention is not None and mention.role in PLACES_OF_SPREAD:
                joined_by_with = any(self.line.items[k].role is _R.WITH for k in range(n, at))
                return [] if joined_by_with and mention.role is not _R.FLUID else [mention]
            item = self.line.items[n]
            small = item.role is _R.TO and item.text.lower() == "for"
            if self.line.owner(n) is None and item.role not in passed and not small:
                break
            n -= 1
        return []

    def _after(self, at: int, *, needs_small_word: bool) -> list[Mention]:
        passed = BETWEEN | _EVIDENCE | {_R.TO, _R.TUMOR, _R.BREAST, _R.SELF}
        small_word = False
        n = at + 1
        while n < len(self.line.items) and self.line.parts[n] == self.line.parts[at]:
            mention = self.line.by_item.get(n)
            if mention is not None and mention.role in PLACES_OF_SPREAD:
                return [mention] if small_word or not needs_small_word else []
            role = self.line.items[n].role
            small_word = small_word or role is _R.TO or self.line.items[n].text == ":"
            owner = self.line.owner(n)
            of_place = owner is not None and owner.role in PLACES_OF_SPREAD
            if role not in passed and not of_place:
                break
            n += 1
        return []

    def _attach_count(self, at: int) -> None:
        if at and self.line.items[at - 1].text.lower() in {"grade", "score", "nottingham", "sbr"}:
            return
        nodes = [m for m in self.line.in_part(self.line.parts[at]) if m.role in NODES]
        after = [m for m in nodes if m.at > at]
        before = [m for m in nodes if m.at < at]
        near = min(after, key=lambda m: m.at, default=None)
        if near is not None and not self._only_between(at, near.at):
            near = None
        mention = near or max(before, key=lambda m: m.at, default=None)
        if mention is None:
            mention = self._nodes_of_part_before(at)
        if mention is None:
            self._may_differ(at)
            return
        found, taken = map(int, self.line.items[at].entry.id.split("/"))
        if mention.found_of is not None:
            if bool(found) is not bool(mention.found_of[0]):
                # Of two counts that differ, nobody says which is of which nodes.
                mention.doubtful = True
                mention.effects.add(Effect.IF)
                self.line.own(mention, at)
            return
        if not taken:
            mention.effects.add(Effect.IF)
            self.line.own(mention, at)
            return
        mention.found_of = (found, taken)
        mention.evidence.add(_R.COUNT)
        self.line.own(mention, at)

    def _may_differ(self, at: int) -> None:
        """Leave nodes open of which a count that was not read may say something else."""
        last = self.line.last_before(at)
        if last is None or last.role not in NODES or last.found_of is None:
            return
        found = int(self.line.items[at].entry.id.split("/")[0])
        if last.sentence == self.line.sentences[at] and bool(found) is not bool(last.found_of[0]):
            last.effects.add(Effect.IF)

    def _nodes_of_part_before(self, at: int) -> Mention | None:
        """Return the nodes that end the part before, as in "SLNB, 0/3"."""
        if any(self.line.parts[n] == self.line.parts[at] for n in range(at)[-1:]):
            return None
        before = self.line.in_part(self.line.parts[at] - 2)
        same = before and before[-1].sentence == self.line.sentences[at]
        return before[-1] if same and before[-1].role in NODES else None

    def _only_between(self, start: int, end: int) -> bool:
        passed = BETWEEN | _EVIDENCE | {_R.TO}
        return all(
            self.line.items[n].role in passed or self.line.owner(n) is not None
            for n in range(start + 1, end)
        )

    def _attach_number(self, at: int) -> None:
        n = at + 1
        while n < len(self.line.items) and self.line.parts[n] == self.line.parts[at]:
            mention = self.line.owner(n)
            if mention is not None and mention.role in NODES:
                if self.line.items[n].role in {_R.REGION, _R.NODE} and not mention.number:
                    # "12 nodes removed" counts what was taken, not what held cancer.
                    mention.number = not self.line.says_taken(mention)
                    self.line.own(mention, at)
                return
            if self.line.items[n].role not in BETWEEN | {_R.POSITIVE, _R.MALIGNANT, _R.SPOT}:
                return
            n += 1

    def _share_in_lists(self) -> None:
        """Let places of a list share what is said of the last, or of the first one."""
        places = [m for m in self.line.mentions if m.role in PLACES_OF_SPREAD]
        for one, other in reversed(list(pairwise(places))):
            if not self._alone(one) or not self._listed(one, other):
                continue
            behind = {
                n for n in other.sharing if n > other.at or self.line.items[n].role is _R.SPOT
            }
            self._share(one, behind)
        for one, other in pairwise(places):
            if self._alone(other) and self._listed(one, other) and not self._judged(one, other):
                self._share(other, {n for n in one.sharing if n < one.at})

    def _judged(self, one: Mention, other: Mention) -> bool:
        """Whether words of its own speak of the second place, behind a comma."""
        own = (self.line.items[n].role for n in self.line.items_of(other.part) if n > other.at)
        return one.part != other.part and _R.TRIGGER in own

    def _share(self, mention: Mention, evidence: set[int]) -> None:
        for n in evidence:
            mention.sharing.add(n)
            role = self.line.items[n].role
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
            self.line.items[n].role in _ALSO | {_R.COMMA, _R.PLAIN, _R.SIDE, _R.NUMBER, _R.TO}
            for n in between
        )

    def _spoken_of_before(self, at: int) -> Mention | None:
        """Return the place of the part before, of which a result behind the comma may speak."""
        if self.line.in_part(self.line.parts[at]) and any(
            m.role in PLACES_OF_SPREAD for m in self.line.in_part(self.line.parts[at])
        ):
            return None
        last = self.line.last_before(at)
        if last is None or last.role not in PLACES_OF_SPREAD:
            return None
        if last.sentence != self.line.sentences[at]:
            return None
        return last if last.role in NODES or not last.evidence - _NO_RESULT else None

    def _may_be_elsewhere(self, at: int) -> bool:
        """Whether it may speak of nodes beside it or on a line before, or of the breast itself."""
        here = self.line.in_part(self.line.parts[at])
        report = self.line.items[at].text.lower() in _OF_A_REPORT
        if report and any(m.role in NODES and m.at < at for m in self.line.mentions):
            return True
        after = self.line.items[at + 1 : at + 3]
        to_breast = [item.role for item in after] == [_R.TO, _R.BREAST]
        return to_breast or any(m.role in NODES for m in here)

    def _cancer_of_a_side(self, at: int) -> bool:
        """Whether it stands alone with a side, as in "L ca": that is cancer of that breast."""
        alone = not self.line.in_part(self.line.parts[at])
        with_side = _R.SIDE in self.line.roles_in(self.line.parts[at])
        return alone and with_side and self.line.items[at].text.lower() in _CANCER_WORDS

    def _spread_somewhere(self) -> Iterator[Mention]:
        """Yield spread without a place: "metastatic", "mets"."""
        given = {n for mention in self.line.mentions for n in mention.sharing}
        for at, item in enumerate(self.line.items):
            if at in given:
                continue
            if item.role in _SPREADS:
                before = self._spoken_of_before(at)
                here = self.line.items_of(self.line.parts[at])
                sampled = any(self.line.items[n].role is _R.SAMPLE for n in here)
                if before and (sampled or item.text.lower() in _OF_A_REPORT):
                    self._give(before, at)
                    continue
                mention = self.line.new_mention(at, _R.ORGAN, "other_far_organ=not_sure")
                mention.evidence.add(item.role)
                mention.sharing.add(at)
                mention.doubtful = before is not None or self._may_be_elsewhere(at)
                yield mention
            elif item.role is _R.TRIGGER and item.entry.effect is Effect.RELATIVE:
                if not self.line.in_part(self.line.parts[at]):
                    mention = self.line.new_mention(at, _R.NEUTRAL, "")
                    mention.effects.add(Effect.RELATIVE)
                    yield mention
            elif item.role is _R.MALIGNANT and self._cancer_of_a_side(at):
                yield self.line.new_mention(at, _R.TUMOR, "breast_cancer")
            elif item.text.lower() == "invasion":
                yield self.line.new_mention(at, _R.TUMOR, "invasive")
            elif _denies_all(item) and not self.line.in_part(self.line.parts[at]):
                mention = self.line.new_mention(at, _R.ORGAN, "other_far_organ=not_sure")
                mention.effects.add(Effect.NO)
                yield mention
            elif item.role is _R.MICRO:
                mention = self.line.new_mention(at, _R.NODE, "")
                mention.evidence.add(item.role)
                yield mention


_CANCER_WORDS: Final = frozenset({"ca", "cancer", "carcinoma"})
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
