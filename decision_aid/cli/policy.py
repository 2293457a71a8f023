"""``decision-aid policy``: what whoever sets up a kiosk uses."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from typing import Final

from decision_aid.cli.exit_status import DONE, WRONG_INPUT, CommandError
from decision_aid.cli.files import opened, refuse_own_input
from decision_aid.cli.standard_streams import say, write_output
from decision_aid.clinic.policy import (
    OPTIONAL_PAGES,
    ClinicPolicy,
    InvalidPinError,
    hash_pin,
    load_policy,
)
from decision_aid.content import Labels, load_labels

_LONGEST_LINE: Final = 1000
"""No PIN is as long; standard input may go on without end."""


def policy(options: argparse.Namespace) -> int:
    """Check a policy file, or make the line that holds the staff PIN."""
    try:
        labels = load_labels(options.lang)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error
    return _pin(labels) if options.action == "pin" else _check(options, labels)


def _check(options: argparse.Namespace, labels: Labels) -> int:
    refuse_own_input("-", [options.file], labels.text("cli.own_input"))
    loaded = load_policy(options.file)
    if not loaded.problems:
        held = "; ".join(_holds(loaded.policy, labels))
        write_output(f"{labels.text('policy.sound')} {held}.\n")
        return DONE
    for problem in loaded.problems:
        place = ":".join(str(part) for part in (options.file, problem.line) if part is not None)
        field = f"{problem.field}: " if problem.field else ""
        say(f"{place}: {field}{problem.text(labels)}")
    return WRONG_INPUT


def _holds(policy: ClinicPolicy, labels: Labels) -> Iterator[str]:
    def said(key: str, /, **values: object) -> str:
        return labels.text(f"policy.{key}", **values)

    yield policy.clinic_name or said("no_name")
    yield said("phone_count", count=len(policy.phones))
    yield said("service_count", count=len(policy.services))
    yield said("printer", name=policy.printer) if policy.printer else said("no_printer")
    yield said("large_print" if policy.large_print else "paper", paper=policy.paper)
    yield said("languages", codes=", ".join(policy.languages))
    yield said("times", idle=policy.idle_seconds, warning=policy.warning_seconds)
    left_out = [page for page in OPTIONAL_PAGES if page not in policy.pages]
    if left_out:
        yield said("left_out", pages=", ".join(left_out))
    yield said("pin" if policy.staff_can_leave else "no_pin")


def _pin(labels: Labels) -> int:
    try:
        hashed = hash_pin(_asked_pin(labels))
    except InvalidPinError as error:
        raise CommandError(labels.text(f"pin_error.{error.reason}")) from error
    write_output(f'pin_hash = "{hashed}"\n')
    return DONE


def _asked_pin(labels: Labels) -> str:
    """Return the PIN: typed twice without being shown, or one line of standard input."""
    if sys.stdin is None or not sys.stdin.isatty():
        with opened("-") as given:
            line = given.readline(_LONGEST_LINE)
        return line.decode("utf-8-sig", "replace").rstrip("\r\n")
    try:
        first = getpass.getpass(labels.text("policy.pin_prompt"))
        again = getpass.getpass(labels.text("policy.pin_again"))
    except EOFError as error:
        raise CommandError(labels.text("policy.pin_missing")) from error
    if first != again:
        raise CommandError(labels.text("policy.pin_differs"))
    return first
