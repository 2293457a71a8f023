"""All words on one page, for a clinician to read and sign, topic by topic."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment, FileSystemLoader, select_autoescape

from decision_aid.content import readability
from decision_aid.content.entries import Bullets, Topic, paragraphs
from decision_aid.content.lookup import Content
from decision_aid.content.resources import resources_folder
from decision_aid.content.reviews import LABELS_WITH_MEANING, TABLES, Reviews, fingerprint
from decision_aid.content.rules_in_words import rules_in_words
from decision_aid.domain import FOLLOW_UPS, all_checks, all_questions, all_values

_FIRST_GROUPS: Final = (
    "results",
    "notes",
    "treatment",
    "decisions",
    "options",
    "same_day",
    "numbers",
    "biology",
    "more",
    "places",
    "about",
)


def review_report(content: Content) -> str:
    """Return a page of HTML that holds every topic, the glossary and every source.

    Args:
        content: the words of one language.

    Raises:
        ContentError: if a content file is broken.
    """
    environment = Environment(
        loader=FileSystemLoader(resources_folder() / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    reviews = Reviews(content)
    topics = sorted(
        (content.topic(topic_id) for topic_id in content.topic_ids()), key=_in_reading_order
    )
    return environment.get_template("review.html.j2").render(
        content=content,
        topics=[
            (topic, _level(topic, content), reviews.of(topic.id), fingerprint(content, topic.id))
            for topic in topics
        ],
        tables=TABLES,
        groups=content.labels("review_shown"),
        questions=[(q, content.question(q)) for q in all_questions()],
        follow_ups=[(place, content.follow_up(place)) for place in FOLLOW_UPS],
        checks=[(check, content.check(check.id)) for check in all_checks()],
        values=[(value, content.value(value)) for value in all_values()],
        sentences=content.sentences.values(),
        short_texts=[
            (content.label(f"review_labels.{group}"), content.labels(group).values())
            for group in LABELS_WITH_MEANING
        ],
        rules=rules_in_words(content),
        glossary=sorted(content.glossary.entries.values(), key=lambda entry: entry.word.lower()),
        is_list=lambda block: isinstance(block, Bullets),
        label=content.label,
    )


def _in_reading_order(topic: Topic) -> tuple[int, str]:
    return _FIRST_GROUPS.index(topic.id.split("/")[0]), topic.id


def _level(topic: Topic, content: Content) -> str:
    if not readability.is_available():
        return ""
    counts = readability.count(p.text for p in paragraphs(topic.blocks))
    return content.label(
        "review.level", grade=f"{counts.flesch_kincaid:.1f}", smog=f"{counts.smog:.1f}"
    )
