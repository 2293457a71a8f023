"""The words: loading them, looking them up, and holding them to their own rules.

What needs the models is imported when it is first asked for: the first page needs only labels.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from decision_aid.content.errors import ContentError
from decision_aid.content.labels import DEFAULT_LANGUAGE, Labels, languages, load_labels
from decision_aid.content.resources import resources_folder

if TYPE_CHECKING:
    from decision_aid.content.blocks import Block, Bullets, Paragraph, Span, paragraphs
    from decision_aid.content.glossary import Glossary
    from decision_aid.content.loader import Content, load
    from decision_aid.content.models import GlossaryEntry, Source, Topic

_LATER = {
    "Block": "blocks",
    "Bullets": "blocks",
    "Paragraph": "blocks",
    "Span": "blocks",
    "paragraphs": "blocks",
    "Glossary": "glossary",
    "Content": "loader",
    "load": "loader",
    "GlossaryEntry": "models",
    "Source": "models",
    "Topic": "models",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


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
    "resources_folder",
]
