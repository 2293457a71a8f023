"""The staff PIN: only its hash is kept, and no policy means that nobody leaves."""

from __future__ import annotations

import pytest

from decision_aid.clinic.clinic_policy import SAFE_DEFAULTS, ClinicPolicy
from decision_aid.clinic.pin import InvalidPinError, hash_pin, is_pin_hash, verify_pin

PIN = "482910"


@pytest.fixture(scope="module")
def policy() -> ClinicPolicy:
    return ClinicPolicy(pin_hash=hash_pin(PIN))


def test_the_right_pin_and_no_other_lets_staff_leave(policy: ClinicPolicy) -> None:
    assert policy.staff_can_leave
    assert verify_pin(policy, PIN)
    for wrong in ("482911", "48291", "4829100", "", " 482910", "٤٨٢٩١٠", "x", "\ud800", "1" * 999):
        assert not verify_pin(policy, wrong)


def test_without_a_pin_nothing_is_the_pin() -> None:
    assert not SAFE_DEFAULTS.staff_can_leave
    for tried in ("", PIN, "000000"):
        assert not verify_pin(SAFE_DEFAULTS, tried)


def test_the_same_work_is_done_whether_there_is_a_pin_or_not(
    policy: ClinicPolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    import argon2

    costs = []
    verify = argon2.PasswordHasher.verify

    def watched(self: argon2.PasswordHasher, known: str, tried: str) -> bool:
        costs.append(argon2.extract_parameters(known))
        return verify(self, known, tried)

    monkeypatch.setattr(argon2.PasswordHasher, "verify", watched)
    verify_pin(policy, PIN)
    verify_pin(policy, "not a PIN")
    verify_pin(SAFE_DEFAULTS, PIN)
    assert len(costs) == 3
    assert len(set(map(repr, costs))) == 1


def test_two_hashes_of_one_pin_differ_and_do_not_hold_it() -> None:
    one, two = hash_pin(PIN), hash_pin(PIN)
    assert one != two
    assert PIN not in one
    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("", "not_digits"),
        ("48291", "not_digits"),
        ("4829104829104", "not_digits"),
        ("48291a", "not_digits"),
        ("٤٨٢٩١٠", "not_digits"),
        ("111111", "too_easy"),
        ("123456", "too_easy"),
        ("987654", "too_easy"),
        ("890123", "too_easy"),
    ],
)
def test_a_pin_that_is_no_pin_or_is_guessed_at_once_is_refused(pin: str, reason: str) -> None:
    with pytest.raises(InvalidPinError) as caught:
        hash_pin(pin)
    assert caught.value.reason == reason


def test_a_hash_that_was_cut_or_changed_is_found_before_the_kiosk_starts() -> None:
    whole = hash_pin(PIN)
    assert is_pin_hash(whole)
    for length in range(len(whole)):
        assert not is_pin_hash(whole[:length])
    for wrong in (
        whole + "A",
        whole + "\n",
        whole.replace("argon2id", "argon2i"),
        whole.replace("m=65536", "m=8"),
        whole.replace("m=65536", "m=4194304"),
        whole.replace("t=3", "t=99"),
        whole.replace("t=3", "t=1"),
        whole.replace("p=4", "p=0"),
        whole.replace("v=19", "v=16"),
    ):
        assert not is_pin_hash(wrong)
