"""The PIN by which staff leave the kiosk. Only its argon2id hash is ever kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from decision_aid.clinic.clinic_policy import ClinicPolicy

FEWEST_DIGITS: Final = 6
MOST_DIGITS: Final = 12

# RFC 9106, section 4: the choice for machines with little memory.
_ROUNDS: Final = 3
_KIBIBYTES: Final = 64 * 1024
_LANES: Final = 4
_SALT_BYTES: Final = 16
_HASH_BYTES: Final = 32

# A cheap hash falls to guessing, a dear one stops the kiosk for want of memory.
_FEWEST_ROUNDS, _MOST_ROUNDS = 2, 10
_FEWEST_KIBIBYTES, _MOST_KIBIBYTES = 19 * 1024, 256 * 1024
_MOST_LANES: Final = 8

# The last letter of each part holds fewer than six bits: anything else was cut or mistyped.
_HASH: Final = re.compile(
    r"\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})"
    r"\$[A-Za-z0-9+/]{21}[AQgw]\$[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]"
)
_NOBODYS_HASH: Final = f"$argon2id$v=19$m={_KIBIBYTES},t={_ROUNDS},p={_LANES}${'A' * 22}${'A' * 43}"
"""Checked where there is no PIN, so that the time taken does not tell that there is none."""

_RUNS: Final = ("01234567890123456789", "98765432109876543210")


class InvalidPinError(ValueError):
    """A PIN that cannot be used.

    Attributes:
        reason: a stable id; its words stand under ``pin_error``.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def hash_pin(pin: str) -> str:
    """Return the argon2id hash of a PIN, to be kept in the policy.

    Args:
        pin: 6 to 12 digits; not one digit over and over, nor digits in a row.

    Raises:
        InvalidPinError: if it is none of that.
    """
    if not _has_form_of_pin(pin):
        raise InvalidPinError("not_digits")
    if len(set(pin)) == 1 or any(pin in run for run in _RUNS):
        raise InvalidPinError("too_easy")
    return _hasher().hash(pin)


def verify_pin(policy: ClinicPolicy, pin: str) -> bool:
    """Tell whether this is the staff PIN; without one in the policy nothing is.

    It takes as long for a wrong PIN, and for a policy without one, as for the right one.
    """
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415 - only when asked

    possible = _has_form_of_pin(pin)
    try:
        _hasher().verify(policy.pin_hash or _NOBODYS_HASH, pin if possible else "")
    except (Argon2Error, InvalidHashError):
        return False
    return possible and policy.pin_hash is not None


def is_pin_hash(text: str) -> bool:
    """Tell whether this is a whole argon2id hash that is neither too weak nor too costly."""
    match = _HASH.fullmatch(text)
    if match is None:
        return False
    kibibytes, rounds, lanes = (int(part) for part in match.groups())
    return (
        _FEWEST_KIBIBYTES <= kibibytes <= _MOST_KIBIBYTES
        and _FEWEST_ROUNDS <= rounds <= _MOST_ROUNDS
        and 1 <= lanes <= _MOST_LANES
    )


def _has_form_of_pin(pin: str) -> bool:
    return pin.isascii() and pin.isdigit() and FEWEST_DIGITS <= len(pin) <= MOST_DIGITS


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 - only when asked

    return PasswordHasher(
        time_cost=_ROUNDS,
        memory_cost=_KIBIBYTES,
        parallelism=_LANES,
        hash_len=_HASH_BYTES,
        salt_len=_SALT_BYTES,
    )
