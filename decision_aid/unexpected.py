"""What nobody foresaw is told on standard error so that it can be found, and tells of nobody.

The words of an error, and the values around it, may be what a person answered, and standard error
ends up in journals. So what it gets is the kind of error and the place in our code. Somebody who
develops the program sees all of it with the variable ``DECISION_AID_TRACEBACKS`` set.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import PurePath
from types import CodeType, FrameType, TracebackType
from typing import TextIO

_ours: TextIO | None = None
"""Where this module writes, once nothing else may write to standard error."""


def all_is_wanted() -> bool:
    """Return whether a developer wants to see whole errors."""
    return bool(os.environ.get("DECISION_AID_TRACEBACKS"))


def kind_and_place(error: BaseException, where: TracebackType | None = None) -> str:
    """Return what kind of error it is and where in our code it happened, and nothing of its text.

    Args:
        error: what happened.
        where: where, if that is not what the error itself says.
    """
    places = []
    trace = where or error.__traceback__
    while trace is not None:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    return type(error).__name__ + _at(places)


def tell(error: BaseException, where: TracebackType | None = None) -> None:
    """Write an error to standard error: its kind and place, or all of it for a developer.

    Args:
        error: what happened.
        where: where, if that is not what the error itself says.
    """
    if all_is_wanted():
        import traceback  # noqa: PLC0415 - hardly ever needed

        with suppress(OSError, ValueError):
            traceback.print_exception(type(error), error, where or error.__traceback__)
    else:
        _write(kind_and_place(error, where))


def tell_kind(kind: str) -> None:
    """Write what kind of thing happened, and at which place in our code.

    Args:
        kind: what happened, to whoever called the function that calls this one.
    """
    places: list[tuple[CodeType, int]] = []
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        places.insert(0, (frame.f_code, frame.f_lineno))
        frame = frame.f_back
    _write(kind + _at(places))


def tell_only_kind_and_place() -> None:
    """Have every error and warning of this process told in this way, in whichever thread."""
    if all_is_wanted():
        return
    import threading  # noqa: PLC0415 - not for those who only want to know a place
    import warnings  # noqa: PLC0415

    sys.excepthook = lambda kind, error, where: tell(error, where)
    sys.unraisablehook = lambda told: _tell_of(told.exc_type, told.exc_value, told.exc_traceback)
    threading.excepthook = lambda told: _tell_of(told.exc_type, told.exc_value, told.exc_traceback)
    warnings.showwarning = _tell_of_warning


def keep_standard_error() -> None:
    """Let nothing write to standard error any more but this module.

    Libraries that are not written in Python put there what they like, and Python itself does where
    no hook is asked. A crash of the whole process is told there by its places alone.
    """
    global _ours  # noqa: PLW0603 - there is one standard error
    if all_is_wanted() or _ours is not None:
        return
    import faulthandler  # noqa: PLC0415 - with a window only

    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.flush()
        _ours = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        faulthandler.enable(_ours)


def _tell_of(
    kind: type[BaseException], error: BaseException | None, where: TracebackType | None
) -> None:
    if error is not None:
        tell(error, where)
    else:
        _write(kind.__name__)


def _tell_of_warning(  # noqa: PLR0917 - as Python calls it
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del message, filename, lineno, file, line
    tell_kind(category.__name__)


_THIS_FILE = kind_and_place.__code__.co_filename
_OUR_FOLDER = PurePath(_THIS_FILE).parent


def _at(places: list[tuple[CodeType, int]]) -> str:
    """Return the innermost place in our code; where there is none, the innermost of all."""
    called = [(PurePath(code.co_filename), line) for code, line in places]
    called = [(file, line) for file, line in called if file != PurePath(_THIS_FILE)]
    ours = [(file, line) for file, line in called if file.is_relative_to(_OUR_FOLDER)]
    if ours:
        file, line = ours[-1]
        return f" at {file.relative_to(_OUR_FOLDER.parent).as_posix()}:{line}"
    if called:
        return f" at {called[-1][0].name}:{called[-1][1]}, outside of decision_aid"
    return ""


def _write(line: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        stream = _ours or sys.stderr
        stream.write(f"decision-aid: {line}\n")
        stream.flush()
