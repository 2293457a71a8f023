"""The words: looking them up, and holding them to their own rules."""

from decision_aid.content.blocks import Block, Bullets, Paragraph, Span, paragraphs
from decision_aid.content.compiled import DEFAULT_LANGUAGE, languages, require_language
from decision_aid.content.entries import GlossaryEntry, Source, Topic
from decision_aid.content.errors import ContentError
from decision_aid.content.glossary import Glossary
from decision_aid.content.labels import Labels, load_labels
from decision_aid.content.loader import Content, load
from decision_aid.content.resources import resources_folder

__all__ = [
    "DEFAULT_LANGUAGE",
    "Block",
    "Bullets",
    "Content",
    "ContentError",
    "Glossary",
    "GlossaryEntry",
    "Labels",
    "Paragraph",
    "Source",
    "Span",
    "Topic",
    "languages",
    "load",
    "load_labels",
    "paragraphs",
    "require_language",
    "resources_folder",
]
