"""A small reader of PNG files, so that tests look at pixels with nothing but the standard library (PNG, ISO 15948)."""

import struct
import zlib
from dataclasses import dataclass

CHANNELS = {2: 3, 6: 4}  # color types: RGB, RGBA


@dataclass(frozen=True)
class Picture:
    """Rows of pixels, 8 bits a channel."""

    width: int
    height: int
    channels: int
    rows: tuple[bytes, ...]

    def at(self, x: float, y: float) -> str:
        """The color at a place, as #rrggbb; an alpha below 255 is appended."""
        start = int(x) * self.channels
        pixel = self.rows[int(y)][start : start + self.channels]
        return "#" + pixel[:3].hex() + ("" if self.channels == 3 or pixel[3] == 255 else f"{pixel[3]:02x}")

    def colors(self) -> set[str]:
        return {self.at(x, y) for y in range(self.height) for x in range(self.width)}


def read_png(data: bytes) -> Picture:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    place, packed, head = 8, b"", b""
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + body)
        head = body if kind == b"IHDR" else head
        packed += body if kind == b"IDAT" else b""
        place += 12 + length
    width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    assert (depth, interlaced) == (8, 0)
    channels = CHANNELS[color]
    raw, size = zlib.decompress(packed), width * channels
    before, rows = bytes(size), []
    for number in range(height):
        line = raw[number * (size + 1) : (number + 1) * (size + 1)]
        before = _unfiltered(line[0], line[1:], before, channels)
        rows.append(before)
    return Picture(width, height, channels, tuple(rows))


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    done = bytearray(line)
    for i in range(len(done)):
        left = done[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        if kind == 1:
            done[i] = (done[i] + left) & 255
        elif kind == 2:
            done[i] = (done[i] + above[i]) & 255
        elif kind == 3:
            done[i] = (done[i] + (left + above[i]) // 2) & 255
        elif kind == 4:
            guess = left + above[i] - corner
            nearest = min(
                (abs(guess - left), 0, left), (abs(guess - above[i]), 1, above[i]), (abs(guess - corner), 2, corner)
            )
            done[i] = (done[i] + nearest[2]) & 255
    return bytes(done)
