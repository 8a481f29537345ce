"""Takes the table of words out of the MiniLM file: ONNX Runtime would turn it into 47 MB of floats at load.

The file is a protocol buffer (ONNX, onnx.proto3); a field is a tag, a length and its content. What remains of the
network gets the rows of the words as an input, and the table stays as it is in the file, a byte a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.encoders.wordpiece import DamagedModelError

TABLE = "inner.embeddings.word_embeddings.weight"
ROWS = "embedding"  # what the network looks up in the table
# The table, its steps to floats, the look-up, and what is looked up.
_GONE = {f"{TABLE}_q", f"{TABLE}_scale", f"{TABLE}_f", TABLE, ROWS, "input_ids"}
HALFWAY = "layer_norm_6"  # what the third of the six layers gives
_GRAPH, _NODE, _INITIALIZER, _INPUT, _OUTPUT = 7, 1, 5, 11, 12  # of a model; of its graph
_OUTPUT_OF_NODE, _NAME_OF_TENSOR, _BYTES_OF_TENSOR, _NAME_OF_INPUT = 2, 8, 9, 1
_BYTES, _FLOAT = 2, 1  # the wire type of content with a length; ONNX's number for 32 bits
_HALF_BYTES = 0x80


@dataclass(frozen=True, slots=True)
class _Field:
    number: int
    content: bytes
    whole: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The vectors of word pieces: a row of small integers each, times the row's scale."""

    rows: NDArray[np.int8]
    scales: NDArray[np.float32]

    def look_up(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of word pieces, in the shape of `ids` with one axis more."""
        return np.asarray(self.rows[ids].astype(np.float32) * self.scales[ids], dtype=np.float32)


def without_table(model: bytes, columns: int) -> tuple[bytes, Table]:
    """The model with `embedding` as an input (batch, length, columns) instead of `input_ids`, and the table.

    It also gives what it holds HALFWAY, where word order and wording still weigh as much as meaning.
    """
    tensors: dict[str, bytes] = {}
    kept = [_slimmed(each, columns, tensors) if each.number == _GRAPH else each.whole for each in _fields(model)]
    rows = np.frombuffer(tensors[f"{TABLE}_q"], dtype=np.int8).reshape(-1, columns)
    scales = np.frombuffer(tensors[f"{TABLE}_scale"], dtype=np.float32).reshape(-1, 1)
    return b"".join(kept), Table(rows, scales)


def _slimmed(graph: _Field, columns: int, tensors: dict[str, bytes]) -> bytes:
    """The graph without the table, whose bytes are put into `tensors`."""
    kept = [_declared(_INPUT, ROWS, columns), _declared(_OUTPUT, HALFWAY, columns)]
    for part in _fields(graph.content):
        name = _name(part)
        if part.number == _INITIALIZER and name in _GONE:
            tensors[name] = _first(part.content, _BYTES_OF_TENSOR)
        elif name not in _GONE:
            kept.append(part.whole)
    return _field(_GRAPH, b"".join(kept))


def _name(part: _Field) -> str:
    """What a part of the graph makes or holds; empty for parts that are left as they are."""
    place = {_NODE: _OUTPUT_OF_NODE, _INITIALIZER: _NAME_OF_TENSOR, _INPUT: _NAME_OF_INPUT}.get(part.number)
    return _first(part.content, place).decode() if place else ""


def _first(message: bytes, number: int) -> bytes:
    return next(field.content for field in _fields(message) if field.number == number)


def _fields(message: bytes) -> Iterator[_Field]:
    """The fields of a message in their order; the content of a plain number is empty."""
    place = 0
    while place < len(message):
        begin = place
        tag, place = _read_varint(message, place)
        match tag & 7:
            case 0:
                start = place = _read_varint(message, place)[1]
            case 2:
                length, start = _read_varint(message, place)
                place = start + length
            case 1 | 5 as width:
                start, place = place, place + (8 if width == 1 else 4)
            case kind:
                raise DamagedModelError(f"the model file has a field of the unknown kind {kind}")
        yield _Field(tag >> 3, message[start:place], message[begin:place])


def _read_varint(message: bytes, place: int) -> tuple[int, int]:
    number = shift = 0
    while message[place] >= _HALF_BYTES:
        number |= message[place] % _HALF_BYTES << shift
        place, shift = place + 1, shift + 7
    return number | message[place] << shift, place + 1


def _declared(kind: int, name: str, columns: int) -> bytes:
    """The declaration of an input or output of floats: any batch, any length, so many columns."""
    sizes = [_field(2, b"batch"), _field(2, b"length"), _varint(1 << 3) + _varint(columns)]
    shape = b"".join(_field(1, size) for size in sizes)
    tensor = _varint(1 << 3) + _varint(_FLOAT) + _field(2, shape)
    return _field(kind, _field(1, name.encode()) + _field(2, _field(1, tensor)))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    groups = bytearray()
    while number >= _HALF_BYTES:
        groups.append(number % _HALF_BYTES | _HALF_BYTES)
        number //= _HALF_BYTES
    groups.append(number)
    return bytes(groups)
