"""The words: looking them up, and holding them to their own rules."""

from decision_aid.content.entries import (
    Block,
    Bullets,
    Glossary,
    GlossaryEntry,
    KeyboardLayout,
    Paragraph,
    Source,
    Span,
    Topic,
    paragraphs,
)
from decision_aid.content.loading import (
    DEFAULT_LANGUAGE,
    keyboard_layout,
    languages,
    load,
    load_labels,
    require_language,
)
from decision_aid.content.lookup import Content, Labels
from decision_aid.content.resources import ContentError, resources_folder

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
