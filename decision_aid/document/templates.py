"""Templates of the surfaces; everything put into them is escaped for what they are."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from decision_aid.content import resources_folder


@cache
def template(name: str) -> Template:
    """Return a template of ``resources/templates``; HTML escapes what is put in."""
    environment = Environment(
        loader=FileSystemLoader(resources_folder() / "templates"),
        autoescape=name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
