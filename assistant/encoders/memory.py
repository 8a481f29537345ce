"""Gives memory back to the machine: what was needed only for loading a model, and tables of which little is read."""

import ctypes
import os
import sys
import tempfile
import weakref

import numpy as np
from numpy.typing import NDArray


class TableOnDisk:
    """A table of bytes in a file, of which `table[rows]` reads the rows; Linux caches as much as there is room for.

    The file has no name, so nobody else can write it, and it goes with the process. Mapped into memory it would not do:
    Linux maps 16 pages around each that is read, which is soon the whole table.
    """

    def __init__(self, table: NDArray[np.uint8]) -> None:
        """Write the table; OSError when the disk has no room for it."""
        self._columns = table.shape[1]
        with tempfile.TemporaryFile(prefix="baton") as file:
            file.write(table.data)
            file.flush()
            self._file = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._file)

    def __getitem__(self, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
        found = np.empty((len(rows), self._columns), dtype=np.uint8)
        for into, row in zip(found, rows.tolist(), strict=True):
            os.preadv(self._file, [into.data], row * self._columns)
        return found


def give_back() -> None:
    """Return freed heap pages to Linux; glibc keeps them otherwise (60 MB after loading MiniLM)."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
