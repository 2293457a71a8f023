"""The words: loading them, looking them up, and holding them to their own rules."""

from decision_aid.content.blocks import Block, Bullets, Paragraph, Span, paragraphs
from decision_aid.content.errors import ContentError
from decision_aid.content.glossary import Glossary
from decision_aid.content.loader import DEFAULT_LANGUAGE, Content, languages, load
from decision_aid.content.models import GlossaryEntry, Source, Topic
from decision_aid.content.resources import resources_folder

__all__ = [
    "DEFAULT_LANGUAGE",
    "Block",
    "Bullets",
    "Content",
    "ContentError",
    "Glossary",
    "GlossaryEntry",
    "Paragraph",
    "Source",
    "Span",
    "Topic",
    "languages",
    "load",
    "paragraphs",
    "resources_folder",
]
