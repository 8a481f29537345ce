"""Gives memory that was needed only for loading a model back to the machine."""

import ctypes
import sys


def give_back() -> None:
    """Return freed heap pages to Linux; glibc keeps them otherwise (60 MB after loading MiniLM)."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
