"""The optional library: whether it is there, and checking a resource with it."""

from __future__ import annotations

import importlib.util
import json
from importlib import import_module
from typing import Any

from pydantic import BaseModel, ValidationError

from decision_aid.records.fhir.errors import FhirError

Json = dict[str, Any]


def fhir_available() -> bool:
    """Return whether the optional extra ``fhir`` is installed."""
    try:
        return importlib.util.find_spec("fhir.resources.R4B") is not None
    except (ImportError, ValueError):
        return False


def checked_resource(resource_type: str, resource: Json) -> Json:
    """Return the resource as R4B knows it.

    Args:
        resource_type: such as ``Bundle``.
        resource: its JSON.

    Raises:
        FhirError: with reason ``extra_missing`` or ``invalid_fhir``.
    """
    if not fhir_available():
        raise FhirError("extra_missing")
    module = import_module(f"fhir.resources.R4B.{resource_type.lower()}")
    model: type[BaseModel] = getattr(module, resource_type)
    try:
        checked: Json = json.loads(model.model_validate(resource).model_dump_json())
    except ValidationError as error:
        location = error.errors(include_url=False, include_input=False)[0]["loc"]
        raise FhirError("invalid_fhir", ".".join(str(part) for part in location)) from error
    # The library lets these through for input that no resource has, such as a list as a type.
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise FhirError("invalid_fhir") from error
    except RecursionError as error:
        raise FhirError("invalid_fhir") from error
    return checked
