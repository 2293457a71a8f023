"""Who has read which words, and when they have to be read again.

Who read them signs a small file, which holds only while they stand: ``reviews/<any name>.toml``
beside the words. Under ``[words]`` it keeps, for each part that was read, the SHA-256 of the words
as they stood. A changed word makes another sum, so that part counts as not reviewed until somebody
reads it anew.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from decision_aid.content.entries import Paragraph, SignedReview, Topic, paragraphs
from decision_aid.content.lookup import Content
from decision_aid.domain import FOLLOW_UPS, all_checks, all_questions, all_values

CHECKED_EVERY: Final = dt.timedelta(days=365)
"""Each topic is checked again at least this often."""


TABLES: Final = (
    "follow_ups",
    "glossary",
    "labels",
    "questions",
    "rules",
    "sentences",
    "understanding",
    "values",
)
"""What makes statements and is no topic; each is signed as a whole."""


LABELS_WITH_MEANING: Final = (
    "sure",
    "condition",
    "numbers",
    "counts_as",
    "certainty",
    "asked_of",
    "report",
    "report_line",
    "report_note",
)
"""The groups of short texts that say something medical; the rest only names buttons and pages."""


def due_topics(content: Content, until: dt.date) -> list[tuple[dt.date, str]]:
    """Return the topics that have to be checked again up to a day, with the day, soonest first.

    Args:
        content: the words of one language.
        until: the last day that is asked about.
    """
    due = (
        (content.topic(topic).head.last_checked + CHECKED_EVERY, topic)
        for topic in content.topic_ids()
    )
    return sorted(one for one in due if one[0] <= until)


class Reviews:
    """The reviews of one language, held against its words."""

    def __init__(self, content: Content) -> None:
        """Take the words; nothing is read yet."""
        self._content = content

    @cached_property
    def files(self) -> dict[str, SignedReview]:
        """Every review by the name of its file, the oldest first."""
        read = self._content.signed_reviews
        return dict(sorted(read.items(), key=lambda item: (item[1].reviewed_on, item[0])))

    def of(self, part: str) -> SignedReview | None:
        """Return the newest review that fits the words of a topic or table as they stand."""
        signed = [review for review in self.files.values() if part in review.words]
        if not signed:
            return None
        now = fingerprint(self._content, part)
        return next((r for r in reversed(signed) if r.words[part] == now), None)

    def lost(self) -> Iterator[tuple[str, str]]:
        """Yield file and part wherever words have changed since they were signed."""
        known = set(parts(self._content))
        for file, review in self.files.items():
            for part, signed in review.words.items():
                if part in known and signed != fingerprint(self._content, part):
                    yield file, part

    def unknown(self) -> Iterator[tuple[str, str]]:
        """Yield file and part wherever something is signed that does not exist."""
        known = set(parts(self._content))
        for file, review in self.files.items():
            yield from ((file, part) for part in review.words if part not in known)


def parts(content: Content) -> tuple[str, ...]:
    """Return everything that can be signed: every topic id, then the tables of short texts."""
    return (*content.topic_ids(), *TABLES)


def fingerprint(content: Content, part: str) -> str:
    """Return the SHA-256 of the words and sources of a topic or table, as 64 hex digits.

    Raises:
        KeyError: if there is no such part.
    """
    if part in TABLES:
        said = [[key, *_said(found)] for key, found in _table(content, part)]
    else:
        said = list(_topic(content.topic(part)))
    import hashlib  # noqa: PLC0415 - brings OpenSSL, and no window needs it while nothing is signed

    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _said(paragraph: Paragraph | str) -> list[str]:
    if isinstance(paragraph, str):
        return [paragraph]
    weighed = [f"*{span.text}*" if span.strong else span.text for span in paragraph.spans]
    return ["".join(weighed), *paragraph.sources]


def _topic(topic: Topic) -> Iterator[list[str]]:
    yield [topic.title]
    for name, blocks in topic.sections.items():
        yield [name, topic.headings.get(name, "")]
        for paragraph in paragraphs(blocks):
            yield _said(paragraph)


def _table(content: Content, name: str) -> Iterator[tuple[str, Paragraph | str]]:
    match name:
        case "follow_ups":
            for place in FOLLOW_UPS:
                words = content.follow_up(place)
                yield place, " | ".join((words.question, words.hint, *words.answers.values()))
        case "glossary":
            for key, entry in content.glossary.entries.items():
                yield f"{key} {entry.word}", entry.means
        case "labels":
            yield from _labels(content)
        case "questions":
            for question in all_questions():
                yield question, content.question(question)
        case "rules":
            yield from _rules(content)
        case "sentences":
            yield from content.sentences.items()
        case "understanding":
            yield from _understanding(content)
        case "values":
            yield from _values(content)


def _labels(content: Content) -> Iterator[tuple[str, str]]:
    for group in LABELS_WITH_MEANING:
        for key, text in content.labels(group).items():
            yield f"{group}.{key}", text


def _rules(content: Content) -> Iterator[tuple[str, str]]:
    from decision_aid.content.rules_in_words import rules_in_words  # noqa: PLC0415 - for a reviewer

    for chapter, lines in rules_in_words(content).items():
        for line in lines:
            yield chapter, line


def _understanding(content: Content) -> Iterator[tuple[str, Paragraph]]:
    for check in all_checks():
        told = content.check(check.id)
        yield f"{check.id} {told.question} {check.right}", told.right
        yield check.id, told.again


def _values(content: Content) -> Iterator[tuple[str, Paragraph | str]]:
    for value, options in all_values().items():
        words = content.value(value)
        yield value, f"{words.label} | {words.asks}"
        for option in options:
            yield f"{value} {option}", words.touches[option]


def is_overdue(checked: dt.date, today: dt.date) -> bool:
    """Whether words that were last checked on a day have to be checked again."""
    return today - checked > CHECKED_EVERY


def overdue_since(topics: Iterable[Topic], today: dt.date) -> dt.date | None:
    """Return when the oldest of these topics was last checked, if that is too long ago."""
    oldest = min((topic.head.last_checked for topic in topics), default=today)
    return oldest if is_overdue(oldest, today) else None
