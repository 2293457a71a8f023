"""The pages, one a file. The page of a step is the ``PAGE`` of the module named as its kind."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.domain import Step
    from decision_aid.ui.context import Context
    from decision_aid.ui.wizard.base import Page


def page_for(step: Step, context: Context) -> Page:
    """Return a new page for this step; its module is read when it is first needed."""
    name = context.surroundings.pages.get(step.kind, f"{__name__}.{step.kind}")
    module = import_module(name)
    page: type[Page] = module.PAGE
    return page(step, context)
