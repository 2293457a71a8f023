"""Writes age files (c2sp.org/age) by the specification alone, with as little work as one likes.

pyrage always makes a passphrase cost a second. A test that opens a file a thousand times needs
one that costs nothing; and a file that was written without pyrage, and that pyrage opens, shows
that our sessions are age files and not only pyrage's.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct

_CHUNK = 64 * 1024
_MASK = 0xFFFFFFFF


def age_file(
    plain: bytes, passphrase: str, *, work: int = 1, chance: bytes = b"", kind: str = "scrypt"
) -> bytes:
    """Lock bytes with a passphrase; ``chance`` stands in for what age draws at random."""
    file_key = hashlib.sha256(b"key" + chance).digest()[:16]
    salt = hashlib.sha256(b"salt" + chance).digest()[:16]
    nonce = hashlib.sha256(b"nonce" + chance).digest()[:16]
    wrapping = hashlib.scrypt(
        passphrase.encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=1 << work,
        r=8,
        p=1,
        dklen=32,
        maxmem=1 << 28,
    )
    body = _chacha20_poly1305(wrapping, bytes(12), file_key)
    head = f"age-encryption.org/v1\n-> {kind} {_base64(salt)} {work}\n{_base64(body)}\n---".encode()
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), head, "sha256")
    payload_key = _hkdf(file_key, nonce, b"payload")
    chunks = [plain[i : i + _CHUNK] for i in range(0, len(plain), _CHUNK)] or [b""]
    sealed = b"".join(
        _chacha20_poly1305(payload_key, struct.pack(">3xQB", n, n == len(chunks) - 1), chunk)
        for n, chunk in enumerate(chunks)
    )
    return head + b" " + _base64(mac).encode() + b"\n" + nonce + sealed


def as_text(sealed: bytes) -> bytes:
    """Return the file as age writes it for e-mail."""
    encoded = base64.b64encode(sealed).decode()
    lines = [encoded[i : i + 64] for i in range(0, len(encoded), 64)]
    name = "AGE ENCRYPTED FILE"
    return "\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----", ""]).encode()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    extracted = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def _chacha20_poly1305(key: bytes, nonce: bytes, plain: bytes) -> bytes:
    """Encrypt and authenticate by RFC 8439."""
    blocks = range(1, 1 + (len(plain) + 63) // 64)
    stream = b"".join(_chacha20_block(key, n, nonce) for n in blocks)
    sealed = bytes(a ^ b for a, b in zip(plain, stream, strict=False))
    padded = sealed + bytes(-len(sealed) % 16) + struct.pack("<QQ", 0, len(sealed))
    return sealed + _poly1305(_chacha20_block(key, 0, nonce)[:32], padded)


def _chacha20_block(key: bytes, counter: int, nonce: bytes) -> bytes:
    start = [
        *struct.unpack("<4I", b"expand 32-byte k"),
        *struct.unpack("<8I", key),
        counter,
        *struct.unpack("<3I", nonce),
    ]
    state = start.copy()
    for _ in range(10):
        for column in range(4):
            _quarter_round(state, column, column + 4, column + 8, column + 12)
        for column in range(4):
            _quarter_round(
                state, column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12
            )
    return struct.pack("<16I", *((a + b) & _MASK for a, b in zip(state, start, strict=True)))


def _quarter_round(state: list[int], a: int, b: int, c: int, d: int) -> None:
    for first, second, third, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[first] = (state[first] + state[second]) & _MASK
        mixed = state[third] ^ state[first]
        state[third] = (mixed << turn | mixed >> (32 - turn)) & _MASK


def _poly1305(key: bytes, data: bytes) -> bytes:
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for i in range(0, len(data), 16):
        block = int.from_bytes(data[i : i + 16] + b"\x01", "little")
        total = (total + block) * r % ((1 << 130) - 5)
    total += int.from_bytes(key[16:], "little")
    return (total & ((1 << 128) - 1)).to_bytes(16, "little")
