"""Every example in the guides runs, or at least can be read: Python and curl against the running Baton."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.conf import settings

from baton_client import Client
from config.reference.guides import EXAMPLE_HOST, NAMES
from tests import node
from tests.interface import programs
from tests.interface.programs import Program
from tests.running import Running

DOCS = Path(settings.BASE_DIR) / "docs"
FILES = [*sorted((DOCS / "api").glob("*.md")), DOCS / "webhooks.md"]
FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITHOUT_END = {"br", "hr", "img", "input", "link", "meta"}
WORDS = {"", "text", "csv", "http"}  # nothing that a machine reads here
FAILS_LOUDLY = 'set -eu\ncurl() { command curl --fail-with-body --show-error "$@"; }\n'


@dataclass(frozen=True)
class Block:
    """An example: its language, its text, and the line of the document where it begins."""

    language: str
    text: str
    line: int


def blocks(file: Path) -> Iterator[Block]:
    """The examples of a document, in its order."""
    text = file.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield Block(found[1], found[2], text[: found.start(2)].count("\n"))


@pytest.fixture
def program(running_baton: Running, running_database: str, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program of the demo company."""
    made = programs.of_the_demo(running_baton)
    for name, value in made.env.items():
        monkeypatch.setenv(name, value)
    return made


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_of_a_guide_runs(file: Path, program: Program) -> None:
    found = [Block(one.language, one.text.replace(EXAMPLE_HOST, program.host), one.line) for one in blocks(file)]
    in_python(file, [one for one in found if one.language == "python"])
    in_a_shell([one.text for one in found if one.language == "bash"])
    for one in found:
        if one.language not in {"python", "bash"}:
            readable(one)


def test_every_guide_is_listed() -> None:
    assert {file.stem for file in FILES if file.parent.name == "api"} == set(NAMES)


def in_python(file: Path, examples: list[Block]) -> None:
    """Run them one after the other, as one program."""
    said: dict[str, Any] = {"__name__": file.stem}
    try:
        for one in examples:
            exec(compile("\n" * one.line + one.text, str(file), "exec"), said)  # noqa: S102  they are ours
    finally:
        for value in said.values():
            if isinstance(value, Client):
                value.close()


def in_a_shell(examples: list[str]) -> None:
    """Run those that call, one after the other; the others can be read."""
    calls = [one for one in examples if "curl" in one]
    for text in examples:
        shell(["-n"], text)
    if calls:
        shell([], FAILS_LOUDLY + "\n".join(calls))


def shell(how: list[str], text: str) -> None:
    """AssertionError with all that it said where it fails; what it writes goes with its folder."""
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            ["/bin/bash", *how], input=text, capture_output=True, text=True, timeout=60, check=False, cwd=folder
        )
    assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"


def readable(one: Block) -> None:
    """An example that does not run here has no mistake of form."""
    match one.language:
        case "json":
            json.loads(one.text)
        case "js":
            script(one.text)
        case "html":
            Balanced().feed(one.text)
        case language:
            assert language in WORDS, f"Nobody checks {language} in line {one.line}."


def script(text: str) -> None:
    """AssertionError where JavaScript cannot be read."""
    told = [node.program(), "--check", "--input-type=module", "-"]
    done = subprocess.run(told, input=text, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"{text}\n{done.stderr}"


class Balanced(HTMLParser):
    """Markup in which each tag that begins ends, and scripts can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One more is open."""
        self.open += [] if tag in WITHOUT_END else [tag]

    def handle_endtag(self, tag: str) -> None:
        """The one that was opened last ends."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """What stands in a script."""
        if self.open[-1:] == ["script"] and data.strip():
            script(data)

    def feed(self, data: str) -> None:
        """All of it."""
        super().feed(data)
        assert not self.open
