"""Cuts a line into codes, known phrases and other words, each with the part that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.records.typed.tokens import Token, tokens
from decision_aid.records.typed.vocabulary import phrases_by_first_word
from decision_aid.records.typed.vocabulary.roles import Effect, Entry, Reach, Role

_ATOM: Final = re.compile(
    r"(?P<stop>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029;])"
    r"|(?P<space>\s+)"
    r"|(?P<plus_minus>\+\s?/\s?[-–])"
    r"|(?P<node_plus>(?<![A-Za-z])[cpy]{0,2}N ?\(?\+\)?)"
    r"|(?P<date>(?<![\w/])(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/(?:19|20)\d\d|(?:19|20)\d\d)"
    r"(?![\w/]))"
    r"|(?P<count>(?<![\w/.])\d{1,2}\s?\+?\s?(?:/|of|out of|from)\s?\d{1,2}(?![\w/]|\.\d))"
    r"|(?P<spine>(?<![^\W_])(?:[CLT]\d{1,2}|S[1-5])(?:\s?[-–]\s?(?:[CLTS]?\d{1,2}))?(?![^\W_]))"
    r"|(?P<size>(?<![\w.])\d+(?:[.,]\d+)?(?:\s?x\s?\d+(?:[.,]\d+)?){0,2}\s?"
    r"(?:cm|mm|yof|yom|yo|yrs?|y/?o|f|m|%|kg|lbs?|mg|ml)(?![^\W_]))"
    r"|(?P<number>(?<![^\W_])\d+(?:[.,]\d+)*(?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:['’´`][^\W_]+)?)"
    r"|(?P<sign>.)",
    re.IGNORECASE,
)
_SPINE_OUTSIDE: Final = {"c": 7, "l": 5, "t": 12, "s": 5}
_ABBREVIATED: Final = frozenset(
    {
        "dr", "mr", "mrs", "ms", "pt", "hx", "dx", "bx", "ca", "approx", "no", "neg", "pos",
        "rt", "lt", "l", "r", "susp", "poss", "ax", "st", "inv", "infil", "vs", "fx", "sx",
        "tx", "rx", "prof", "nos", "ln", "lns", "b", "bil", "bilat", "prob", "prev", "diag",
        "resp", "path", "incl",
    }
)  # fmt: skip
_OF_SPINE: Final = re.compile(
    r"vertebra|spin(?:e|al)|thorac|\bbon(?:es?|y)\b|\bmets?\b|metasta|\b(?:[LC]\d|T[5-9]|T1[0-2])\b",
    re.IGNORECASE,
)
_OF_PICTURE: Final = re.compile(
    r"[\s-]*(?:weighted|wi\b|signal|hyper|hypo|iso|flair)", re.IGNORECASE
)
_DASHES: Final = frozenset("-–—‐−")
_MOST_NODES: Final = 60


class Item(NamedTuple):
    """A code, a phrase, a word or a sign of the line.

    Attributes:
        start: where it starts.
        end: where it ends.
        text: as given.
        entry: what it does.
        token: of a code, what was recognized.
    """

    start: int
    end: int
    text: str
    entry: Entry
    token: Token | None = None

    @property
    def role(self) -> Role:
        """What it does."""
        return self.entry.role


class _Atom(NamedTuple):
    start: int
    end: int
    kind: str
    word: str


def items(text: str) -> list[Item]:
    """Return everything that a line holds but white space, in order.

    Args:
        text: the line.
    """
    made: list[Item] = []
    start = 0
    for token in tokens(text):
        made += _between(text, start, token.start)
        entry = Entry(Role.CODE if token.says is not None else _of_unknown_code(token))
        made.append(Item(token.start, token.end, text[token.start : token.end], entry, token))
        start = token.end
    made += _between(text, start, len(text))
    return _with_names_known(_with_signs_read(made))


_TITLES: Final = frozenset(["dr", "mr", "mrs", "ms", "miss", "prof", "doctor", "professor"])


def _with_names_known(made: list[Item]) -> list[Item]:
    """Return the same with the words after "Dr" known as a name."""
    result: list[Item] = []
    follows_title = 0
    for item in made:
        word = item.text.lower().strip(".")
        if word in _TITLES:
            follows_title = 2
        elif item.role is not Role.PLAIN or item.entry.id != "sign":
            if follows_title and item.text[:1].isupper() and item.role is not Role.CODE:
                item = item._replace(entry=Entry(Role.NOT_MEDICAL, "name"))  # noqa: PLW2901
                follows_title -= 1
            else:
                follows_title = 0
        result.append(item)
    return result


def _of_unknown_code(token: Token) -> Role:
    return Role.OTHER_CANCER if token.names_other_cancer else Role.UNKNOWN


def _between(text: str, start: int, end: int) -> Iterator[Item]:
    atoms = [atom for atom in _atoms(text, start, end) if atom.kind != "space"]
    at = 0
    while at < len(atoms):
        length, entry = _phrase_at(atoms, at)
        last = atoms[at + length - 1]
        if entry is None:
            entry = _entry_of(text, atoms[at])
        yield Item(atoms[at].start, last.end, text[atoms[at].start : last.end], entry)
        at += length


def _atoms(text: str, start: int, end: int) -> Iterator[_Atom]:
    for match in _ATOM.finditer(text, start, end):
        word = match.group().lower().replace("’", "'").replace("´", "'").replace("`", "'")
        kind = match.lastgroup or ""
        tight = _is_tight(text, match.start(), match.end())
        if kind == "sign" and word in _DASHES and tight:
            continue
        yield _Atom(match.start(), match.end(), kind, word)


def _is_tight(text: str, start: int, end: int) -> bool:
    """Whether a sign stands within a word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalnum() and after.isalnum()


def _phrase_at(atoms: list[_Atom], at: int) -> tuple[int, Entry | None]:
    """Return how many atoms the longest known phrase takes here, and what it does."""
    first = atoms[at]
    if first.kind in {"stop", "date", "count", "node_plus", "plus_minus"}:
        return 1, None
    for words, entry in phrases_by_first_word().get(first.word, ()):
        length = len(words)
        if length == 1 or (
            at + length <= len(atoms)
            and all(atoms[at + n].word == words[n] for n in range(1, length))
        ):
            return length, entry
    return 1, None


def _entry_of(text: str, atom: _Atom) -> Entry:
    match atom.kind:
        case "count":
            entry = _count(atom.word)
        case "spine":
            entry = _spine(text, atom)
        case "number":
            entry = _number(atom.word)
        case "sign":
            entry = _sign(text, atom)
        case _:
            entry = _ENTRY_OF_KIND.get(atom.kind, Entry(Role.UNKNOWN))
    return entry


_ENTRY_OF_KIND: Final = {
    "stop": Entry(Role.STOP),
    "node_plus": Entry(Role.NODE, "positive"),
    "date": Entry(Role.NOT_MEDICAL, "date"),
    "size": Entry(Role.PLAIN, "size"),
    "plus_minus": Entry(Role.TRIGGER, "?", Effect.MAYBE, Reach.AFTER),
}


def _number(word: str) -> Entry:
    few = word.isdecimal() and len(word) <= 2 and int(word) <= _MOST_NODES
    return Entry(Role.NUMBER) if few else Entry(Role.NOT_MEDICAL, "number")


def _count(word: str) -> Entry:
    found, taken = map(int, re.findall(r"\d+", word))
    return Entry(Role.COUNT, f"{found}/{taken}") if found <= taken else Entry(Role.UNKNOWN)


def _spine(text: str, atom: _Atom) -> Entry:
    number = int(re.findall(r"\d+", atom.word)[0])
    if not 1 <= number <= _SPINE_OUTSIDE[atom.word[0]]:
        return Entry(Role.UNKNOWN)
    before, after = text[max(0, atom.start - 60) : atom.start], text[atom.end : atom.end + 25]
    looks_like_tnm = atom.word[0] == "t" and number <= 4
    of_spine = _OF_SPINE.search(before) or _OF_SPINE.search(after)
    if looks_like_tnm and (not of_spine or _OF_PICTURE.match(after)):
        return Entry(Role.UNKNOWN)
    return Entry(Role.ORGAN, "bone", reach=Reach.CLOSE)


def _sign(text: str, atom: _Atom) -> Entry:
    if atom.word == ".":
        return _full_stop(text, atom.start)
    if atom.word in {",", "|", "•", "·", "*", "→", "…"}:
        return Entry(Role.COMMA)
    if atom.word == "/":
        return Entry(Role.OR)
    if atom.word in _DASHES or atom.word in {"+", "?"}:
        return Entry(Role.PLAIN, atom.word if atom.word in {"+", "?"} else "-")
    return Entry(Role.PLAIN, "sign")


def _full_stop(text: str, at: int) -> Entry:
    ends = at + 1 >= len(text) or text[at + 1].isspace()
    before = re.search(r"[^\W\d_]+\Z", text[max(0, at - 12) : at])
    if not ends or (before and before.group().lower() in _ABBREVIATED):
        return Entry(Role.PLAIN, "sign")
    return Entry(Role.STOP)


_POINTED_AT: Final = frozenset(
    {Role.NODE, Role.REGION, Role.NODE_SURGERY, Role.COUNT, Role.SAMPLE, Role.STRAY_CELLS}
)
_ENDS: Final = frozenset({Role.COMMA, Role.STOP})
_MAYBE_AFTER: Final = Entry(Role.TRIGGER, "?", Effect.MAYBE, Reach.AFTER)
_MAYBE_BEFORE: Final = Entry(Role.TRIGGER, "?", Effect.MAYBE, Reach.CLOSE)


def _with_signs_read(made: list[Item]) -> list[Item]:
    """Return the same with what "?", "+", "-" and a side that stands alone mean where they are."""
    result: list[Item] = []
    for number, item in enumerate(made):
        if item.text == "(" and _tells_of_a_side(made, number):
            result.append(item._replace(entry=Entry(Role.COMMA)))
            continue
        before = result[-1] if result else None
        after = made[number + 1] if number + 1 < len(made) else None
        match item.entry.id if item.role is Role.PLAIN else "":
            case "?":
                entry = _question_mark(item, before, after)
            case "+":
                entry = _plus(item, before, after)
            case "-":
                entry = _dash(before, after)
            case _:
                entry = _radiation_or_side(item, before, after)
        result.append(item._replace(entry=entry))
    return result


def _tells_of_a_side(made: list[Item], opening: int) -> bool:
    """Whether what stands in brackets says something of a side: "IDC L (R clear)"."""
    inside = made[opening + 1 : opening + 8]
    closing = next((n for n, item in enumerate(inside) if item.text == ")"), 0)
    roles = {item.role for item in inside[:closing]}
    return {Role.SIDE, Role.TRIGGER} <= roles


def _question_mark(item: Item, before: Item | None, after: Item | None) -> Entry:
    touches_before = before is not None and before.end == item.start
    touches_after = after is not None and after.start == item.end
    if before is None or before.role in _ENDS:
        return _MAYBE_BEFORE
    if after is None or after.role in _ENDS or (touches_before and not touches_after):
        return _MAYBE_AFTER
    if touches_after and not touches_before:
        return _MAYBE_BEFORE
    # It may speak of what stands before it or of what stands after it.
    return Entry(Role.TRIGGER, "?", Effect.MAYBE, Reach.WHOLE)


def _plus(item: Item, before: Item | None, after: Item | None) -> Entry:
    ends = after is None or after.role in _ENDS or after.role is Role.COUNT
    touches = before is not None and before.end == item.start
    if before is not None and (touches or ends or before.role in _POINTED_AT):
        return Entry(Role.POSITIVE)
    return Entry(Role.AND)


def _dash(before: Item | None, after: Item | None) -> Entry:
    ends = after is None or after.role in _ENDS
    if ends and before is not None and (before.role in _POINTED_AT or "lvi" in before.text.lower()):
        return Entry(Role.TRIGGER, "", Effect.NO, Reach.AFTER)
    return Entry(Role.COMMA)


_HAVE_SIDES: Final = frozenset(
    {Role.BREAST, Role.TUMOR, Role.REGION, Role.NODE, Role.ORGAN, Role.TEST, Role.NODE_SURGERY,
     Role.PLAIN, Role.CODE, Role.SPOT, Role.NEUTRAL}
)  # fmt: skip


_BEFORE_RADIATION: Final = frozenset({"no", "post", "after", "s/p", "without", "needs", "had"})


def _radiation_or_side(item: Item, before: Item | None, after: Item | None) -> Entry:
    """Return what "RT" is: the right side of what follows it; elsewhere it may be radiation."""
    if item.role is not Role.SIDE or item.text.lower().rstrip(".") not in {"rt", "lt"}:
        return item.entry
    radiation = item.text.lower().startswith("rt")
    if radiation and before is not None and before.text.lower() in _BEFORE_RADIATION:
        return Entry(Role.NEUTRAL)
    if after is not None and after.role in _HAVE_SIDES:
        return item.entry
    if not item.text.lower().startswith("rt"):
        return item.entry
    treated = before is not None and before.role is Role.NEUTRAL
    return Entry(Role.NEUTRAL if treated else Role.UNKNOWN)
