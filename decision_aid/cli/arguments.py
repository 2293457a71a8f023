"""The command line: its commands and options, how a window is opened, one line for each mistake."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, NoReturn

from decision_aid import __version__
from decision_aid.cli.standard_streams import CommandError, write_output
from decision_aid.paper import PAPER_SIZES

THEMES = ("light", "dark", "high-contrast")


class Mode(StrEnum):
    """For whom the window is opened."""

    WIZARD = "wizard"
    KIOSK = "kiosk"
    KIOSK_SESSION = "kiosk_session"
    COUNSELOR = "counselor"


class WindowOptions(NamedTuple):
    """What the command line says of the window.

    Attributes:
        language: the code of the language of its words.
        theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
        text_size: in percent; ``None`` is what suits the screen.
        measure_startup: whether to print how long the first page took, and end.
        mode: for whom it is opened.
        policy: the settings of the clinic whose kiosk this is.
    """

    language: str
    theme: str | None
    text_size: int | None
    measure_startup: bool
    mode: Mode = Mode.WIZARD
    policy: Path | None = None


OpenWindow = Callable[[WindowOptions], int]
"""Opens the window and returns the exit status when it closes."""


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: object = None) -> None:
        del file
        write_output(message)

    def error(self, message: str) -> NoReturn:
        text = f"{message[0].upper()}{message[1:]}. See {self.prog} --help."
        raise CommandError(text)


def text_size(value: str) -> int:
    """Return a text size in percent between 100 and 200."""
    size = int(value.removesuffix("%"))
    if not 100 <= size <= 200:
        raise ValueError
    return size


text_size.__name__ = "text size (100 to 200)"


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser; ``command`` is ``None`` where the wizard is wanted.

    Args:
        arguments: what it will parse. Without a word in it that could be a command it knows none,
            and the window opens sooner.
    """
    top = _Parser(
        prog="decision-aid",
        description="Explains whether breast cancer counts as invasive or metastatic, and what "
        "that means, in plain words. Without a command it opens the wizard.",
        epilog="Exit status: 0 done; 2 the command or its input was wrong; 1 anything else.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    top.add_argument("--lang", default="en", metavar="CODE", help="language of the words")
    top.add_argument("--theme", choices=THEMES, help="default: as the system is set")
    top.add_argument(
        "--text-size",
        type=text_size,
        metavar="PERCENT",
        help="100 to 200; default: 100, or more where the screen is very large",
    )
    top.add_argument(
        "--measure-startup",
        action="store_true",
        help="open the window, print how long it took until it took input, and leave",
    )
    modes = top.add_mutually_exclusive_group()
    modes.add_argument("--kiosk", action="store_true", help="open it full screen for a clinic")
    modes.add_argument("--kiosk-session", action="store_true", help=argparse.SUPPRESS)
    modes.add_argument("--counselor", action="store_true", help="open it for a guided conversation")
    top.add_argument(
        "--policy", type=Path, metavar="FILE", help="the settings of the clinic, with --kiosk"
    )
    top.set_defaults(command=None)
    if not _may_name_a_command(arguments):
        return top
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _places(commands)
    _classify(commands)
    _summary(commands)
    _content(commands)
    _policy(commands)
    _read(commands)
    _import(commands)
    _export(commands)
    return top


def _may_name_a_command(arguments: Sequence[str]) -> bool:
    helps = {"-h", "--help"}
    return any(not one.startswith("-") or one in helps for one in arguments)


def window_options(options: argparse.Namespace) -> WindowOptions:
    """Return how the window is to be opened.

    Raises:
        CommandError: a policy is named where no kiosk is opened.
    """
    modes = {
        Mode.KIOSK: options.kiosk,
        Mode.KIOSK_SESSION: options.kiosk_session,
        Mode.COUNSELOR: options.counselor,
    }
    mode = next((mode for mode, wanted in modes.items() if wanted), Mode.WIZARD)
    if options.policy is not None and mode not in {Mode.KIOSK, Mode.KIOSK_SESSION}:
        message = "--policy goes with --kiosk. See decision-aid --help."
        raise CommandError(message)
    return WindowOptions(
        language=options.lang,
        theme=options.theme,
        text_size=options.text_size,
        measure_startup=options.measure_startup,
        mode=mode,
        policy=options.policy,
    )


_Commands = argparse._SubParsersAction


def _command(commands: _Commands[_Parser], name: str, about: str) -> _Parser:
    command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    # SUPPRESS: a language given before the command is not undone by the command's own default.
    command.add_argument("--lang", default=argparse.SUPPRESS, metavar="CODE")
    assert isinstance(command, _Parser)
    return command


def _places(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "places", "List every place and what it counts as.")
    command.add_argument("--format", choices=("table", "json"), default="table")


def _classify(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "classify", "Explain one set of findings, or many line by line.")
    given = command.add_mutually_exclusive_group(required=True)
    given.add_argument(
        "--found",
        action="extend",
        nargs="+",
        metavar="ID[=CERTAINTY][@SIDE]",
        help="one or more places; CERTAINTY is found (default), suspected, not_found or unknown; "
        "@left or @right with --side both",
    )
    given.add_argument(
        "--batch", metavar="FILE", help="newline-delimited JSON; - for standard input"
    )
    command.add_argument(
        "--detail",
        action="extend",
        nargs="+",
        default=[],
        metavar="ID=ANSWER",
        help="the answer to a place's follow-up question",
    )
    command.add_argument("--side", choices=("left", "right", "both"))
    when = command.add_mutually_exclusive_group()
    when.add_argument("--came-back", action="store_true", help="after earlier breast cancer")
    when.add_argument("--first-time", action="store_true", help="breast cancer for the first time")
    command.add_argument("--format", choices=("text", "json"), default="text")


def _summary(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "summary", "Write the printable summary without a display.")
    command.add_argument("--answers", required=True, metavar="FILE", help="- for standard input")
    command.add_argument("--format", choices=("pdf", "html", "text", "json"))
    command.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
    command.add_argument("--paper", choices=PAPER_SIZES, default="letter")
    command.add_argument("--large-print", action="store_true")


def _days(text: str) -> int:
    if not text.isdecimal():
        message = "this has to be a whole number of days, such as 90"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _content(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "content", "Check every word, or write the review report.")
    actions = command.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=_Parser
    )
    check = actions.add_parser("check", help="validate every content file")
    check.add_argument(
        "--due",
        type=_days,
        metavar="DAYS",
        help="list the topics too that have to be checked again within so many days",
    )
    report = actions.add_parser("report", help="write all content on one page for a reviewer")
    report.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
    sign = actions.add_parser("sign", help="write a signed review of words as they stand")
    sign.add_argument("--reviewer", required=True, metavar="NAME", help="the full name")
    sign.add_argument("--role", required=True, help="such as breast surgeon")
    sign.add_argument(
        "--topic",
        required=True,
        action="extend",
        nargs="+",
        metavar="ID",
        help="topics or tables that were read; all for everything",
    )
    sign.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")


def _policy(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "policy", "Check the settings of a kiosk, or make a staff PIN.")
    actions = command.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=_Parser
    )
    check = actions.add_parser("check", help="say what a policy file holds, or what is wrong in it")
    check.add_argument("file", type=Path, metavar="FILE")
    actions.add_parser("pin", help="ask for a staff PIN and print the line for the policy file")


def _read(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "read", "Read a report line as people and registries write it.")
    command.add_argument("text", nargs="*", metavar="TEXT", help="the line")
    command.add_argument(
        "--batch", metavar="FILE", help='lines of {"id": …, "text": …}; - for standard input'
    )
    command.add_argument("--format", choices=("json", "text"), default="json")


def _import(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "import", "Read a FHIR file: answers, and what is still to ask.")
    command.add_argument("file", metavar="FILE", help="FHIR R4 in JSON; - for standard input")
    command.add_argument("--format", choices=("json", "text"), default="json")


def _export(commands: _Commands[_Parser]) -> None:
    command = _command(commands, "export", "Write an answers file as a FHIR file.")
    command.add_argument("--answers", required=True, metavar="FILE", help="- for standard input")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
