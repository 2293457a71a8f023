"""Puts the resources into a wheel, their words compiled; called by hatchling."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedResources(BuildHookInterface):  # type: ignore[misc]
    """Adds what `build_scripts/shipped_resources.py` names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the words before the wheel is put together.

        Args:
            version: the kind of wheel; an editable one reads the words of its checkout.
            build_data: what hatchling is told of further files.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from build_scripts.shipped_resources import shipped_resources
        from decision_aid.content import ContentError

        self.work = tempfile.TemporaryDirectory()
        try:
            shipped = shipped_resources(Path(self.work.name))
        except ContentError as error:
            self.app.abort(f"The words cannot be packaged: {error}.")
        build_data["force_include"].update({str(path): place for path, place in shipped.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear away after the wheel is written.

        Args:
            version: as for `initialize`.
            build_data: as for `initialize`.
            artifact_path: the wheel.
        """
        if version != "editable":
            self.work.cleanup()
