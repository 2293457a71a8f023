"""Every rule of the reasoning as a sentence that a clinician can read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from decision_aid.domain.rule_book import Chapter, Names, Rule, Said, rule_book

if TYPE_CHECKING:
    from decision_aid.content.lookup import Content

_ALWAYS: Final = "always"
"""The fact that needs no words: a rule that always applies has a sentence of its own."""


def rules_in_words(content: Content) -> Mapping[Chapter, tuple[str, ...]]:
    """Return every rule as a sentence, chapter by chapter.

    Args:
        content: the words of one language.

    Raises:
        KeyError: if there are no words for a fact or for what a rule speaks of.
    """
    chapters: dict[Chapter, list[str]] = {}
    for rule in rule_book():
        chapters.setdefault(rule.chapter, []).append(rule_in_words(rule, content))
    return {chapter: tuple(dict.fromkeys(lines)) for chapter, lines in chapters.items()}


def rule_in_words(rule: Rule, content: Content) -> str:
    """Return one rule as a sentence.

    Args:
        rule: the rule.
        content: the words of one language.
    """
    values = {
        part.field: content.label(f"rule_list.{part.names}_between").join(
            _called(part.names, one, content) for one in part.ids
        )
        for part in rule.parts
    }
    if rule.when is None:
        return content.label(f"rule.{rule.form}", **values)
    if rule.when.name == _ALWAYS:
        return content.label(f"rule.{rule.form}_always", **values)
    when = _told(rule.when, content, negated=False, inside=False)
    return content.label(f"rule.{rule.form}", when=when, **values)


def _called(names: Names, one: str, content: Content) -> str:  # noqa: PLR0911 - one case a sort
    match names:
        case "place":
            return _quoted(content.place(one).label, content)
        case "follow_up_answer":
            place, _, answer = one.partition(".")
            return _quoted(content.follow_up(place).answers[answer], content)
        case "topic":
            return _quoted(content.topic(one).title, content)
        case "decision":
            return _quoted(content.topic(f"decisions/{one}").title, content)
        case "option":
            return _quoted(content.topic(f"options/{one}").title, content)
        case "question":
            return _quoted(content.question(one), content)
        case "value":
            return _quoted(content.value(one).label, content)
        case "check":
            return _quoted(content.check(one).question, content)
        case "sure":
            return _quoted(content.label(f"sure.{one}"), content)
        case "counts_as" | "extent" | "condition" | "asked_of":
            return content.label(f"{names}.{one}")
        case "kind" | "known" | "reply" | "checks_of" | "about":
            return content.label(f"rule_{names}.{one}")


def _quoted(text: str, content: Content) -> str:
    return content.label("rule_list.quoted", text=text)


def _told(said: Said, content: Content, *, negated: bool, inside: bool) -> str:
    """Say a fact, or what it is made of; a "not" goes down to the facts themselves."""
    match said.how:
        case "not":
            return _told(said.parts[0], content, negated=not negated, inside=inside)
        case "fact":
            group = "rule_fact_not" if negated else "rule_fact"
            return content.label(f"{group}.{said.name}", about=_about(said, content))
        case "all" | "any":
            every = (said.how == "all") is not negated
            parts = (_told(part, content, negated=negated, inside=True) for part in said.parts)
            return _joined("all" if every else "any", parts, content, inside=inside)


def _joined(how: str, parts: Iterable[str], content: Content, *, inside: bool) -> str:
    text = content.label(f"rule_list.{how}_between").join(parts)
    return content.label(f"rule_list.{how}_inside", text=text) if inside else text


_ABOUT: Mapping[str, Names] = {
    "found": "place",
    "counts_as": "counts_as",
    "explained": "topic",
    "option_asks": "question",
}


def _about(said: Said, content: Content) -> str:
    names = _ABOUT.get(said.name, "place")
    ids = (f"notes/{one}" for one in said.about) if names == "topic" else said.about
    return content.label("rule_list.about_between").join(
        _called(names, one, content) for one in ids
    )
