"""The clients as packages that `pip` and `npm` install from an address: `clients/` in archives."""

import gzip
import io
import tarfile
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "clients"
PACKAGES = {  # by their name in the address: the folder, and under which name it lies in the archive
    "baton-client.tar.gz": ("python", "baton-client"),
    "baton-widget.tgz": ("widget", "package"),
}
PARTS = ("pyproject.toml", "package.json", "README.md", "LICENSE", "src")


@cache
def archive(name: str) -> bytes:
    """The package, the same bytes each time. KeyError for no such package."""
    folder, top = PACKAGES[name]
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as whole:
        for file in _files(FOLDER / folder):
            entry = tarfile.TarInfo(f"{top}/{file.relative_to(FOLDER / folder).as_posix()}")
            content = file.read_bytes()
            entry.size, entry.mode = len(content), 0o644
            whole.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def _files(folder: Path) -> list[Path]:
    found = [one for part in PARTS for one in ((folder / part), *(folder / part).rglob("*"))]
    return sorted(one for one in found if one.is_file() and "__pycache__" not in one.parts)
