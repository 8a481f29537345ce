"""The trained half of the signals: small networks over one portrait of the talk, whose votes are averaged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from escalation.signals import lexical, portrait
from escalation.signals.model import WEIGHTS, WeightsError
from escalation.signals.names import NAMES

FILE = "network.npz"
TELLING_BUCKETS = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Several networks of one hidden layer; `border` is the sum of each signal that comes out as value one half.

    `telling` says for each signal how much a word speaks for it; it chooses words to quote and nothing else.
    """

    inner: NDArray[np.float32]  # networks x features x hidden
    inner_bias: NDArray[np.float32]  # networks x hidden
    outer: NDArray[np.float32]  # networks x hidden x signals
    outer_bias: NDArray[np.float32]  # networks x signals
    border: NDArray[np.float32]  # signals
    telling: NDArray[np.float32]  # signals x buckets

    def sums(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """One row of sums, a column a signal, for each row of features: the mean of the networks."""
        parts = [
            np.maximum(rows @ inner + inner_bias, 0.0) @ outer + outer_bias
            for inner, inner_bias, outer, outer_bias in zip(
                self.inner, self.inner_bias, self.outer, self.outer_bias, strict=True
            )
        ]
        return np.asarray(np.mean(parts, axis=0), dtype=np.float32)

    def values(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The value within 0..1 of each signal, a column each, for each row of features."""
        above = np.clip(self.sums(rows) - self.border, -30, 30)
        return np.asarray(1.0 / (1.0 + np.exp(-above.astype(np.float64))), dtype=np.float64)


@cache
def load() -> Network:
    """The committed network; raises WeightsError when it cannot serve."""
    try:
        with np.load(WEIGHTS / FILE, allow_pickle=False) as stored:
            parts = [stored[name].astype(np.float32) for name in Network.__slots__]
    except (OSError, KeyError, ValueError) as error:
        raise WeightsError(f"the weights {FILE} cannot be read; run train_signals") from error
    network = Network(*parts)
    if network.inner.shape[1] != portrait.width() or network.outer.shape[2] != len(NAMES):
        raise WeightsError(f"the weights {FILE} have the shape of another version; run train_signals")
    return network


def halved(network: Network) -> Network:
    """The network as it is kept: in half precision, but for the borders."""
    parts = {name: getattr(network, name) for name in Network.__slots__}
    kept = {name: part if name == "border" else part.astype(np.float16) for name, part in parts.items()}
    return Network(**{name: part.astype(np.float32) for name, part in kept.items()})


def save(network: Network, folder: Path = WEIGHTS) -> Path:
    """Write the network in half precision; the same numbers always give the same bytes inside."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {name: getattr(network, name).astype(np.float16) for name in Network.__slots__}
    parts["border"] = network.border
    np.savez_compressed(folder / FILE, **parts)
    load.cache_clear()
    return folder / FILE


def telling_buckets(plain: str) -> list[int]:
    """The buckets of a plain wording's words, pairs and letter groups in `Network.telling`."""
    return sorted({bucket % TELLING_BUCKETS for bucket in lexical.buckets(plain)})
