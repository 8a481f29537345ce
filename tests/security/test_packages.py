"""Other people's code: where it comes from, which versions, and the bill that names all of it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from config import bill
from config.settings.base import BASE_DIR

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())
PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)(?:\[[^]]+\])?==(\S+) \\$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?$)*)", re.MULTILINE
)
NPM = "https://registry.npmjs.org/"
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock")


def python_versions(lock: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package."""
    found = PINNED.findall((BASE_DIR / lock).read_text())
    return {name.lower(): (version, hashes.count("--hash=")) for name, version, hashes in found}


def npm_packages() -> list[tuple[str, dict[str, Any]]]:
    """Name and entry of each package of the front end, also where there are several versions of one."""
    told = json.loads((BASE_DIR / "frontend" / "package-lock.json").read_text())["packages"]
    return [(place.rpartition("node_modules/")[2], entry) for place, entry in told.items() if place]


def test_no_package_is_below_its_floor() -> None:
    npm = npm_packages()
    for lock in LOCKS[:2]:
        locked = python_versions(lock)
        assert [
            f"{name} {locked[name][0]} < {floor}: {why}"
            for name, (floor, why) in FLOORS["python"].items()
            if name in locked and Version(locked[name][0]) < Version(floor)
        ] == []
    assert [
        f"{name} {entry['version']} < {floor}: {why}"
        for name, entry in npm
        for floor, why in [FLOORS["npm"].get(name, ("0", ""))]
        if Version(entry["version"]) < Version(floor)
    ] == []
    assert sorted(set(FLOORS["python"]) - set(python_versions(LOCKS[0]))) == []
    assert sorted(set(FLOORS["npm"]) - {name for name, _entry in npm}) == []


def test_a_hole_that_is_known_and_none_here_is_still_there_and_in_nothing_that_runs() -> None:
    for name, (mended, why) in FLOORS["known"].items():
        found = [entry for each, entry in npm_packages() if each == name]
        assert any(Version(entry["version"]) < Version(mended) for entry in found), f"{name} needs no line: {why}"
        assert all(entry.get("dev") for entry in found), name


@pytest.mark.parametrize("floor", ["python", "npm"])
def test_a_version_below_a_floor_would_be_seen(floor: str) -> None:
    name, (least, _why) = next(iter(FLOORS[floor].items()))
    assert Version("0.0.1") < Version(least), name


def test_every_package_of_python_has_its_hash_and_comes_from_the_one_registry() -> None:
    for lock in LOCKS:
        text = (BASE_DIR / lock).read_text()
        names = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]+\])?[ =@]", text, re.MULTILINE)
        locked = python_versions(lock)
        assert names
        assert [name for name in names if locked.get(name.lower(), ("", 0))[1] == 0] == [], lock
        assert re.findall(r"^--(?:extra-)?index-url|^--find-links| @ \S+://", text, re.MULTILINE) == [], lock


def test_every_package_of_npm_has_its_hash_and_comes_from_the_one_registry() -> None:
    for name, entry in npm_packages():
        assert entry.get("resolved", NPM).startswith(NPM), name
        for_other_machines = bool(entry.get("dev")) and bool(entry.get("optional"))  # such as a linter's own binaries
        assert entry.get("integrity", "sha512-" if for_other_machines else "").startswith("sha512-"), name
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*", entry["version"]), name


def test_the_bill_of_materials_names_all_that_is_locked() -> None:
    told = {one["name"].lower(): one["version"] for one in bill.of_python()["components"]}
    assert told == {name: version for name, (version, _hashes) in python_versions(LOCKS[0]).items()}
    built = bill.of_npm()
    named = {(one["name"], one["version"]) for one in built["components"]}
    assert named == {(name, entry["version"]) for name, entry in npm_packages() if not entry.get("dev")}
    package = json.loads((BASE_DIR / "frontend" / "package.json").read_text())
    assert set(package["dependencies"]) <= {name for name, _version in named}
    assert all(one["purl"].startswith("pkg:npm/") and " " not in one["purl"] for one in built["components"])
