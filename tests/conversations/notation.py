# SPDX-License-Identifier: GPL-3.0-or-later
"""OSC as bytes, and as the text of a conversation (see README.md beside this file)."""

from __future__ import annotations

import json
import re
import struct
from typing import Any

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')


class Wide(int):
    """A whole number that goes out in 64 bits (type tag h)."""


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (4 - len(data) % 4)


def encode(address: str, values: list[Any]) -> bytes:
    tags, body = ",", b""
    for value in values:
        if value is None or isinstance(value, bool):
            tags += "N" if value is None else "T" if value else "F"
        elif isinstance(value, Wide):
            tags, body = tags + "h", body + struct.pack(">q", value)
        elif isinstance(value, int):
            tags, body = tags + "i", body + struct.pack(">i", value)
        elif isinstance(value, float):
            tags, body = tags + "f", body + struct.pack(">f", value)
        elif isinstance(value, bytes):
            tags, body = tags + "b", body + struct.pack(">i", len(value)) + value + b"\0" * (-len(value) % 4)
        else:
            tags, body = tags + "s", body + _padded(value.encode())
    return _padded(address.encode()) + _padded(tags.encode()) + body


def encode_bundle(messages: list[bytes]) -> bytes:
    return b"#bundle\0" + struct.pack(">Q", 1) + b"".join(struct.pack(">i", len(m)) + m for m in messages)


def decode(data: bytes) -> tuple[str, list[Any]]:
    def text(at: int) -> tuple[str, int]:
        end = data.index(b"\0", at)
        return data[at:end].decode("utf-8", "replace"), end + 4 - end % 4
    address, at = text(0)
    tags, at = text(at)
    values: list[Any] = []
    for tag in tags[1:]:
        if tag == "s":
            value, at = text(at)
        elif tag in "TFN":
            value = {"T": True, "F": False, "N": None}[tag]
        elif tag == "b":
            size = struct.unpack(">i", data[at:at + 4])[0]
            value, at = data[at + 4:at + 4 + size], at + 4 + size + -size % 4
        else:
            size = 8 if tag in "hd" else 4
            value = struct.unpack({"i": ">i", "f": ">f", "h": ">q", "d": ">d"}[tag], data[at:at + size])[0]
            value = Wide(value) if tag == "h" else value
            at += size
        values.append(value)
    return address, values


def _real(value: float) -> str:
    """The shortest text that reads back as the same single-precision number, always with a point or an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    for digits in range(1, 10):
        text = "%.*g" % (digits, value)
        if struct.pack(">f", float(text)) == struct.pack(">f", value):
            break
    return repr(float(text))


def write_value(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "nil", True: "true", False: "false"}[value]
    if isinstance(value, Wide):
        return "h:%d" % value
    if isinstance(value, bytes):
        return "b:" + value.hex()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _real(value)
    return json.dumps(value, ensure_ascii=False)


def read_value(token: str) -> Any:
    if token.startswith('"'):
        return json.loads(token)
    if token in ("nil", "true", "false"):
        return {"nil": None, "true": True, "false": False}[token]
    if token.startswith("h:"):
        return Wide(token[2:])
    if token.startswith("b:"):
        return bytes.fromhex(token[2:])
    return int(token) if re.fullmatch(r"-?\d+", token) else float(token)


def write_message(address: str, values: list[Any]) -> str:
    return " ".join([address, *map(write_value, values)])


def read_message(text: str) -> bytes:
    address, *values = TOKEN.findall(text)
    return encode(address, [read_value(v) for v in values])


def read_datagram(text: str) -> bytes:
    """A message, messages of one bundle with ` ; ` between them, or `hex` and bytes."""
    if text.startswith("hex "):
        return bytes.fromhex(text[4:])
    parts = text.split(" ; ")
    return read_message(text) if len(parts) == 1 else encode_bundle([read_message(p) for p in parts if p])
