"""`python -m config.bill folder`: the bills of materials as CycloneDX, one of Python's packages and one of npm's."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from config.settings.base import BASE_DIR

PYTHON, NPM = "baton-python.cdx.json", "baton-frontend.cdx.json"
LOCK, NPM_LOCK = BASE_DIR / "requirements.lock", BASE_DIR / "frontend" / "package-lock.json"


def of_python() -> dict[str, Any]:
    """What runs, out of the lock, with the hashes of each package's files."""
    asked = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", str(LOCK)]
    asked += ["--pyproject", str(BASE_DIR / "pyproject.toml"), "--output-reproducible", "--of", "JSON"]
    told: dict[str, Any] = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    return told


def of_npm() -> dict[str, Any]:
    """What may be built into the pages, out of the lock: all but what only checks and builds.

    npm's own command leaves packages out that others name as peers.
    """
    lock = json.loads(NPM_LOCK.read_text())
    found = [_component(place, entry) for place, entry in lock["packages"].items() if place and not entry.get("dev")]
    about = {"type": "application", "name": lock["name"], "version": lock["version"]}
    unique = {one["purl"]: one for one in found}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": about},
        "components": [unique[key] for key in sorted(unique)],
    }


def write(folder: Path) -> list[Path]:
    """Both bills in the folder; says where."""
    folder.mkdir(parents=True, exist_ok=True)
    bills = {folder / PYTHON: of_python(), folder / NPM: of_npm()}
    for path, bill in bills.items():
        path.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n")
    return list(bills)


def _component(place: str, entry: dict[str, Any]) -> dict[str, Any]:
    name, version = place.rpartition("node_modules/")[2], entry["version"]
    purl = f"pkg:npm/{quote(name, safe='/')}@{version}"
    made = {"type": "library", "name": name, "version": version, "purl": purl, "bom-ref": purl}
    licence = entry.get("license")
    return made | ({"licenses": [{"expression": licence}]} if licence else {})


if __name__ == "__main__":
    for path in write(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
