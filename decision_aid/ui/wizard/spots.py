"""Which parts of the figure were pressed for a place that has several, such as the bones."""

from __future__ import annotations

from collections.abc import Collection

from decision_aid.domain import PlaceId


class Spots:
    """The parts in which the marks of one person are drawn, where somebody pressed them."""

    def __init__(self) -> None:
        """Know of none."""
        self._pressed: dict[PlaceId, tuple[str, ...]] = {}

    def of(self, place: PlaceId) -> tuple[str, ...] | tuple[None]:
        """Return the parts in which a mark of this place is drawn; ``None`` for its usual one."""
        return self._pressed.get(place) or (None,)

    def press(self, place: PlaceId, part: str, shown: Collection[str]) -> bool:
        """Take a press on one part of a place.

        Args:
            place: the place.
            part: the part that was pressed.
            shown: the parts in which the place is marked now.

        Returns:
            Whether the place has a mark after this press.
        """
        others = tuple(one for one in self._pressed.get(place, ()) if one != part)
        self._pressed[place] = others if part in shown else (*others, part)
        return bool(self._pressed[place])

    def forget(self, place: PlaceId) -> None:
        """Draw the next mark of this place in its usual part."""
        self._pressed.pop(place, None)
