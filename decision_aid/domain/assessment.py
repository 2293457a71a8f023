"""From what a person said to what follows from it: the only way from answers to facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from decision_aid.domain.answers import Answers, checked
from decision_aid.domain.classification import Classification
from decision_aid.domain.findings import OptionId, QuestionId, Side, TopicId, ValueId
from decision_aid.domain.rules.classify import classify
from decision_aid.domain.rules.decisions import decisions_for, either
from decision_aid.domain.rules.decisions.model import Decision, OfferedOption
from decision_aid.domain.rules.questions import MOST_CALLED_FOR, AskedOf, asked_of, questions_for
from decision_aid.domain.rules.situation import Situation, each_breast, person
from decision_aid.domain.rules.topics import (
    more_topics,
    note_topics,
    number_topics,
    result_topic,
    same_day_topics,
    treatment_topics,
)
from decision_aid.domain.rules.understanding import Check, understanding_checks
from decision_aid.domain.rules.values import questions_from_sure, values_for


class Assessment:
    """Everything that follows from what one person said: facts with their reasons, no words.

    What is not asked for is not worked out, and nothing is kept anywhere but here.

    Attributes:
        answers: what was said.
        result: the two answers, how far, why, what is open and what could change them; with
            cancer in both breasts of each breast too.
    """

    def __init__(self, answers: Answers) -> None:
        """Assess these answers; ``assess`` checks them first."""
        self.answers = answers
        self.result: Classification = classify(answers)

    @cached_property
    def _person(self) -> Situation:
        return person(self.answers, self.result)

    @cached_property
    def topic(self) -> TopicId:
        """The topic that says the result."""
        return result_topic(self.result)

    @cached_property
    def topics_of_breasts(self) -> Mapping[Side, TopicId]:
        """With cancer in both breasts, the topic that says the result of each."""
        return {
            side: result_topic(one, spread_is_from_either=self.result.metastatic is True)
            for side, one in self.result.sides.items()
        }

    @cached_property
    def notes(self) -> tuple[TopicId, ...]:
        """The explanations that this case needs, in telling order."""
        return note_topics(self.result)

    @cached_property
    def treatment(self) -> tuple[TopicId, ...]:
        """What it means for treatment: the aim first, then steps, then limits."""
        return treatment_topics(self._person)

    @cached_property
    def more(self) -> tuple[TopicId, ...]:
        """The background that a person may open."""
        return more_topics(self._person)

    @cached_property
    def numbers(self) -> tuple[TopicId, ...]:
        """General survival figures, or none where they would say more than is known."""
        return number_topics(self._person)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """What there is to decide, each with the options that are talked about."""
        return decisions_for(self._person, each_breast(self.answers, self.result))

    @cached_property
    def options(self) -> Mapping[OptionId, OfferedOption]:
        """Every option, each once, as the way that depends on least."""
        offered: dict[OptionId, OfferedOption] = {}
        for decision in self.decisions:
            for option in decision.options:
                offered[option.id] = either((offered.get(option.id, option), option))
        return offered

    @cached_property
    def same_day(self) -> tuple[TopicId, ...]:
        """When to call the same day, by situation."""
        return same_day_topics(self.result, self.options)

    @property
    def questions(self) -> tuple[QuestionId, ...]:
        """The questions that this case gives most reason to ask, most useful first."""
        return self.every_question[:MOST_CALLED_FOR]

    @cached_property
    def every_question(self) -> tuple[QuestionId, ...]:
        """Every question that this case gives reason to ask, most useful first."""
        return questions_for(self._person, self.decisions, self.answers.biology)

    @cached_property
    def questions_from_sure(self) -> tuple[QuestionId, ...]:
        """The questions that the SURE test gives reason to ask; they come before all others."""
        return questions_from_sure(self.answers.sure)

    def whom_to_ask(self, question: str) -> AskedOf | None:
        """Return who can answer a question best, or ``None`` for somebody's own words."""
        return asked_of(question, self.result)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Three questions by which a person can see whether the answer came across."""
        return understanding_checks(self.result)

    @cached_property
    def values(self) -> tuple[ValueId, ...]:
        """What can matter in the choice between the options, in the order asked."""
        return values_for(self.options, self.answers.biology)


def assess(answers: Answers) -> Assessment:
    """Return everything that follows from what one person said.

    Args:
        answers: what was said.

    Raises:
        ContradictionError: if answers contradict each other or name what does not exist.
    """
    return Assessment(checked(answers))
