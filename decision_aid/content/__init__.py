"""The words: looking them up, and holding them to their own rules."""

from decision_aid.content.blocks import Block, Bullets, Paragraph, Span, paragraphs
from decision_aid.content.entries import GlossaryEntry, KeyboardLayout, Source, Topic
from decision_aid.content.errors import ContentError
from decision_aid.content.glossary import Glossary
from decision_aid.content.labels import Labels
from decision_aid.content.loading import (
    DEFAULT_LANGUAGE,
    keyboard_layout,
    languages,
    load,
    load_labels,
    require_language,
)
from decision_aid.content.lookup import Content
from decision_aid.content.resources import resources_folder

__all__ = [
    "DEFAULT_LANGUAGE",
    "Block",
    "Bullets",
    "Content",
    "ContentError",
    "Glossary",
    "GlossaryEntry",
    "KeyboardLayout",
    "Labels",
    "Paragraph",
    "Source",
    "Span",
    "Topic",
    "keyboard_layout",
    "languages",
    "load",
    "load_labels",
    "paragraphs",
    "require_language",
    "resources_folder",
]
