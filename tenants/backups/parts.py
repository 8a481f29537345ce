"""One file of a backup: hashed as it lies on disk, and sealed in pieces (AES-256-GCM) where there is a key.

Each piece is bound to its backup, its part, its number and whether it is the last, so that none can be changed, moved,
left out or cut off without being noticed.
"""

import hashlib
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from typing_extensions import Buffer

from tenants.backups.errors import DamagedError

PIECE = 1024 * 1024
LENGTH_BYTES, NONCE_BYTES, TAG_BYTES = 4, 12, 16
INFO = "baton.backup.1"
ONLY_OURS = 0o600


@dataclass(frozen=True)
class Seal:
    """What seals the parts of one backup: the operator's secret, and the backup's id."""

    secret: str
    backup: str

    def cipher(self, part: str) -> AESGCM:
        """The cipher of one part; its key is no other part's, so that numbers may be its nonces."""
        info = f"{INFO}:{part}".encode()
        key = HKDF(algorithm=hashes.SHA256(), length=32, salt=self.backup.encode(), info=info)
        return AESGCM(key.derive(self.secret.encode()))


class Writer(io.RawIOBase):
    """A part that grows; `size` and `digest` are of what lies on disk, once it is closed."""

    def __init__(self, file: Path, seal: Seal | None) -> None:
        self.size, self._hash = 0, hashlib.sha256()
        self._file = os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS), "wb")
        self._cipher = None if seal is None else seal.cipher(file.name)
        self._waits, self._number = bytearray(), 0

    @property
    def digest(self) -> str:
        """SHA-256 of what lies on disk."""
        return self._hash.hexdigest()

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, data: Buffer) -> int:
        """Add to it."""
        added = bytes(data)
        if self._cipher is None:
            self._put(added)
            return len(added)
        self._waits += added
        while len(self._waits) > PIECE:
            self._piece(bytes(self._waits[:PIECE]), last=b"")
            del self._waits[:PIECE]
        return len(added)

    def close(self) -> None:
        """The part is whole, and on the disk."""
        if self.closed:
            return
        if self._cipher is not None:
            self._piece(bytes(self._waits), last=b"last")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        super().close()

    def _piece(self, plain: bytes, *, last: bytes) -> None:
        if self._cipher is not None:
            sealed = self._cipher.encrypt(_nonce(self._number), plain, last)
            self._put(len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed)
        self._number += 1

    def _put(self, data: bytes) -> None:
        self._hash.update(data)
        self.size += len(data)
        self._file.write(data)


class Reader(io.RawIOBase):
    """What is in a part. Raises DamagedError where a piece is not what was written."""

    def __init__(self, file: Path, seal: Seal | None) -> None:
        self._file: IO[bytes] = file.open("rb")
        self._cipher = None if seal is None else seal.cipher(file.name)
        self._name, self._ready, self._number, self._ended = file.name, b"", 0, False

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """The next bytes."""
        into = memoryview(buffer).cast("B")
        if self._cipher is None:
            return len(self._take(into, self._file.read(len(into))))
        while not self._ready and not self._ended:
            self._ready = self._next(self._cipher)
        taken = self._take(into, self._ready[: len(into)])
        self._ready = self._ready[len(taken) :]
        return len(taken)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
        super().close()

    @staticmethod
    def _take(into: memoryview, data: bytes) -> bytes:
        into[: len(data)] = data
        return data

    def _next(self, cipher: AESGCM) -> bytes:
        length = int.from_bytes(self._file.read(LENGTH_BYTES), "big")
        if not TAG_BYTES <= length <= PIECE + TAG_BYTES:
            raise DamagedError(f"{self._name} is damaged: piece {self._number} is cut off.")
        sealed, nonce = self._file.read(length), _nonce(self._number)
        self._number += 1
        for last in (b"", b"last"):
            try:
                plain = cipher.decrypt(nonce, sealed, last)
            except InvalidTag:
                continue
            self._ended = bool(last)
            return plain
        raise DamagedError(f"{self._name} is damaged: piece {self._number - 1} was changed, or is sealed otherwise.")


def opened(file: Path, seal: Seal | None) -> io.BufferedReader:
    """The content of a part, in order."""
    return io.BufferedReader(Reader(file, seal), buffer_size=PIECE)


def _nonce(number: int) -> bytes:
    return number.to_bytes(NONCE_BYTES, "big")
