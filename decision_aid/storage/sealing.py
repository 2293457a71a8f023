"""Locks bytes with a passphrase, and unlocks them: age files (c2sp.org/age) through pyrage.

The head of the file is read here first. It says how much work the passphrase costs, and a file
that asks for too much could stop the whole program; and it tells a damaged file from another kind
of file before the passphrase is tried. What a passphrase must be at least is said here, too.
"""

from __future__ import annotations

import base64
import mmap
import re
import unicodedata
from enum import StrEnum, auto
from typing import Final

import pyrage  # type: ignore[import-untyped]  # it has no types

MIN_PASSPHRASE: Final = 15
"""How many characters a passphrase has at least.

Whoever copies the file can guess for as long as they like, and no server stops them. Each guess
costs about a second of a computer, so eight letters that a person chose hold for days; fifteen
need several words. NIST SP 800-63B-4 asks for fifteen where a password protects alone.
"""

_MIN_DIFFERENT: Final = 6
"""How many different characters it has at least: "aaaaaaaaaaaaaaa" is the first guess."""

_FIRST_LINE: Final = b"age-encryption.org/v1\n"
_HEAD: Final = re.compile(
    re.escape(_FIRST_LINE)
    + rb"-> scrypt [A-Za-z0-9+/]{22} (?P<work>[1-9][0-9]{0,2})\n"
    + rb"[A-Za-z0-9+/]{43}\n"
    + rb"--- [A-Za-z0-9+/]{43}\n"
)
_LEAST_BODY: Final = 32
_FOR_A_KEY: Final = re.compile(
    re.escape(_FIRST_LINE) + rb"-> (X25519|ssh-rsa|ssh-ed25519|p256tag|piv-p256|mlkem768\w+) "
)
_AS_TEXT: Final = re.compile(
    rb"\s*-----BEGIN AGE ENCRYPTED FILE-----\r?\n"
    rb"(?P<lines>[A-Za-z0-9+/=\r\n]*)"
    rb"-----END AGE ENCRYPTED FILE-----\s*"
)

MOST_WORK: Final = 22
"""The most work that a file may ask for: scrypt with N = 2^22.

age aims at one second and picks 18 to 20 on computers of today, so a fast one of tomorrow is
still read here. More than this would take half a minute and over 4 GB of memory.
"""
_LEAST_WORK: Final = 17
"""Less than this was measured while the computer was busy, and makes guessing cheap."""
_TRIES: Final = 3
_USUAL_WORK: Final = 20

# What pyrage says where the head is not written as age writes it, or where the passphrase has
# opened the head and the rest was changed. What else it says may mean a wrong passphrase.
_SAYS_OF_DAMAGE: Final = (
    "Header is invalid",
    "Incomplete header",
    "No matching keys found",
    "Unknown age format",
    "Header MAC is invalid",
    "decryption error",
    "failed to fill whole buffer",
)
_ASKS_FOR_TOO_MUCH_WORK: Final = "Excessive work parameter"


class Reason(StrEnum):
    """Why a session could not be saved or opened; ``saved_session_error`` has its words."""

    NOT_A_SESSION_FILE = auto()
    EMPTY = auto()
    LOCKED_WITH_A_KEY = auto()
    WRONG_PASSPHRASE = auto()
    """Or damage in the few bytes that the passphrase itself unlocks: age cannot tell the two."""
    DAMAGED = auto()
    INVALID_CONTENT = auto()
    TOO_NEW = auto()
    TOO_LARGE = auto()
    TOO_MUCH_WORK = auto()
    TOO_LITTLE_MEMORY = auto()
    NOT_FOUND = auto()
    CANNOT_READ = auto()
    CANNOT_WRITE = auto()
    WEAK_PASSPHRASE = auto()
    TOO_MUCH_TO_SAVE = auto()
    CANNOT_BE_SAVED = auto()


class SavedSessionError(Exception):
    """A session could not be saved or opened; the file, if there is one, is as it was.

    It never holds the passphrase, nor anything of what the file holds.

    Attributes:
        reason: why.
        name: the file's name without its folder, or "" where it is not known.
        version: the schema of a file that is too new.
        file_reason: for ``CANNOT_WRITE``, what hindered it: an id of ``file_error``.
    """

    def __init__(
        self,
        reason: Reason,
        name: str = "",
        *,
        version: int | None = None,
        file_reason: str = "unknown",
    ) -> None:
        self.reason, self.name = reason, name
        self.version, self.file_reason = version, file_reason
        super().__init__(reason.value)

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}" if self.name else str(self.reason)


def seal(plain: bytes, passphrase: str) -> bytes:
    """Lock bytes with a passphrase; it takes a second or two, on purpose, and stops all threads.

    Args:
        plain: what to lock.
        passphrase: what will unlock it.

    Returns:
        The bytes of an age file.

    Raises:
        SavedSessionError: ``TOO_LITTLE_MEMORY``, or ``WEAK_PASSPHRASE`` if it is not text.
    """
    if not is_text(passphrase):
        raise SavedSessionError(Reason.WEAK_PASSPHRASE)
    _check_memory(_USUAL_WORK)
    best = b""
    for _ in range(_TRIES):
        best = max(best, _sealed(plain, passphrase), key=_work_of)
        if _work_of(best) >= _LEAST_WORK:
            break
    return best


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """Unlock what ``seal`` locked, or any age file that was locked with a passphrase.

    Args:
        sealed: the bytes of the file.
        passphrase: what unlocks it.

    Raises:
        SavedSessionError: for what it is not, or for what is wrong with it.
    """
    sealed = _as_bytes(sealed)
    head = _HEAD.match(sealed)
    if head is None:
        raise SavedSessionError(_without_a_head(sealed))
    if len(sealed) - head.end() < _LEAST_BODY:
        raise SavedSessionError(Reason.DAMAGED)
    work = int(head["work"])
    if work > MOST_WORK:
        raise SavedSessionError(Reason.TOO_MUCH_WORK)
    if not is_text(passphrase):
        raise SavedSessionError(Reason.WRONG_PASSPHRASE)
    _check_memory(work)
    return _unsealed(sealed, passphrase)


def _sealed(plain: bytes, passphrase: str) -> bytes:
    return bytes(pyrage.passphrase.encrypt(plain, same_on_every_computer(passphrase)))


def _unsealed(sealed: bytes, passphrase: str) -> bytes:
    reason = Reason.WRONG_PASSPHRASE
    for form in forms_that_may_open(passphrase):
        try:
            return _unsealed_by(sealed, form)
        except SavedSessionError as error:
            reason = error.reason
            # What is known of the file by now is no matter of how the passphrase is written.
            if reason is not Reason.WRONG_PASSPHRASE:
                break
    raise SavedSessionError(reason)


def _unsealed_by(sealed: bytes, form: str) -> bytes:
    for _ in range(_TRIES):
        try:
            return bytes(pyrage.passphrase.decrypt(sealed, form))
        except pyrage.DecryptError as error:
            said = str(error)
        # age measures anew how fast the computer is, and a busy moment makes it look slow.
        if not said.startswith(_ASKS_FOR_TOO_MUCH_WORK):
            damaged = said.startswith(_SAYS_OF_DAMAGE)
            raise SavedSessionError(Reason.DAMAGED if damaged else Reason.WRONG_PASSPHRASE)
    raise SavedSessionError(Reason.TOO_MUCH_WORK)


def _work_of(sealed: bytes) -> int:
    head = _HEAD.match(sealed)
    return int(head["work"]) if head else 0


def _check_memory(work: int) -> None:
    """Refuse kindly where scrypt could not get its memory: pyrage would end the program."""
    try:
        mmap.mmap(-1, 1024 << work).close()
    except (OSError, MemoryError, OverflowError, ValueError):
        raise SavedSessionError(Reason.TOO_LITTLE_MEMORY) from None


def _as_bytes(sealed: bytes) -> bytes:
    """Return the bytes of a file that age wrote as text, for e-mail; others as they are."""
    text = _AS_TEXT.fullmatch(sealed)
    if text is None:
        return sealed
    try:
        return base64.b64decode(b"".join(text["lines"].split()), validate=True)
    except ValueError:
        raise SavedSessionError(Reason.DAMAGED) from None


def _without_a_head(sealed: bytes) -> Reason:
    if not sealed:
        return Reason.EMPTY
    if _FOR_A_KEY.match(sealed):
        return Reason.LOCKED_WITH_A_KEY
    begins_right = sealed.startswith((_FIRST_LINE, b"-----BEGIN AGE ENCRYPTED FILE-----"))
    if begins_right or _FIRST_LINE.startswith(sealed):
        return Reason.DAMAGED
    return Reason.NOT_A_SESSION_FILE


def is_strong_enough(passphrase: str) -> bool:
    """Return whether a session may be locked with this passphrase.

    Args:
        passphrase: as it was typed.
    """
    typed = same_on_every_computer(passphrase)
    long_enough = len(typed.strip()) >= MIN_PASSPHRASE
    return long_enough and len(set(typed)) >= _MIN_DIFFERENT and is_text(typed)


def is_text(passphrase: str) -> bool:
    """Return whether it has no half characters, as a broken input method may leave them.

    Args:
        passphrase: as it was typed.
    """
    return not any(unicodedata.category(character) == "Cs" for character in passphrase)


def same_on_every_computer(passphrase: str) -> str:
    """Return the passphrase with each accented letter as one character.

    Some keyboards type "é" as one character and some as two, and both look alike.

    Args:
        passphrase: as it was typed.
    """
    return unicodedata.normalize("NFC", passphrase)


def forms_that_may_open(passphrase: str) -> tuple[str, ...]:
    """Return every form in which what was typed may have locked a file, each once.

    First as this program locks, then as it was typed, then with each accent apart, as other
    programs on some computers lock. Without accents these are all one, and one guess.

    Args:
        passphrase: as it was typed.
    """
    apart = unicodedata.normalize("NFD", passphrase)
    return tuple(dict.fromkeys((same_on_every_computer(passphrase), passphrase, apart)))
