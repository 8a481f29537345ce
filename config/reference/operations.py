"""The operations of the document as the reference shows them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.safestring import SafeString

from agents.acting import HEADER
from config.reference import examples, marked, snippets
from config.reference.fields import Field, Reading
from config.reference.sections import SECTIONS, Section, section_of
from tenants.openapi import document

METHODS_WITH_A_BODY = {"POST", "PUT", "PATCH", "DELETE"}
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Answered:
    """One way in which an operation answers."""

    status: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Operation:
    """One operation, ready to be read."""

    name: str
    method: str
    path: str
    summary: str
    paragraphs: tuple[str, ...]
    scope: str
    who: str
    acts_for_agent: bool
    ids: tuple[str, ...]
    query: tuple[Field, ...]
    body: tuple[Field, ...]
    media_type: str
    answers: tuple[Answered, ...]
    errors: tuple[str, ...]
    example: Mapping[str, Any]

    @property
    def anchor(self) -> str:
        """Its place on its page."""
        return self.name.replace(".", "-").replace("_", "-")

    @property
    def title(self) -> SafeString:
        """The summary, with its code as such."""
        return marked.html(self.summary)

    @property
    def steps(self) -> list[str]:
        """What stands between the strokes of the path, before each of which a line may break."""
        return self.path.strip("/").split("/")

    @property
    def is_for_tokens(self) -> bool:
        """Whether a token opens it."""
        return bool(self.scope)

    def curl(self, host: str) -> str:
        """The call in a shell."""
        path, multipart = self.example.get("path", self.path), self.media_type.startswith("multipart")
        body = self.example.get("body")
        return snippets.curl(self.method, path, body, host=host, agent=self.acts_for_agent, multipart=multipart)

    @property
    def answer_text(self) -> str:
        """What it answers in the example."""
        return json.dumps(self.example.get("answer"), indent=2, ensure_ascii=False)

    @property
    def python(self) -> str:
        """The call by the Python client."""
        parts = zip(self.path.split("/"), str(self.example.get("path", self.path)).split("/"), strict=False)
        ids = {one[1:-1]: value for one, value in parts if one.startswith("{")}
        return snippets.python(self.name, ids, self.example.get("body"), agent=self.acts_for_agent)


@cache
def by_section() -> Mapping[str, tuple[Operation, ...]]:
    """All operations by the name of their section, in the order of its words. Takes as long as the document."""
    whole = document.whole()
    reading = Reading(whole)
    found: dict[str, list[Operation]] = {section.name: [] for section in SECTIONS}
    for method, path, said in document.operations(whole):
        section = section_of(path.split("/")[1])
        if section is not None:
            found[section.name].append(_operation(method, path, said, reading))
    return {section.name: tuple(sorted(found[section.name], key=_place(section))) for section in SECTIONS}


def _place(section: Section) -> Any:
    return lambda operation: section.words.index(operation.path.split("/")[1])


def _operation(method: str, path: str, said: Schema, reading: Reading) -> Operation:
    parameters = said.get("parameters", [])
    content: Schema = said.get("requestBody", {}).get("content", {})
    media_type = next(iter(content), "")
    scope = next((scopes[0] for way in said["security"] if (scopes := way.get("token"))), "")
    return Operation(
        name=said["operationId"],
        method=method,
        path=path,
        summary=said["summary"],
        paragraphs=tuple(marked.html(part) for part in said.get("description", "").split("\n\n") if part),
        scope=scope,
        who=_who(said["security"]),
        acts_for_agent=any(one["in"] == "header" and one["name"] == HEADER for one in parameters),
        ids=tuple(one["name"] for one in parameters if one["in"] == "path"),
        query=reading.fields(_as_object(parameters)),
        body=reading.fields(content.get(media_type, {}).get("schema", {})),
        media_type=media_type,
        answers=tuple(_answers(said, reading)),
        errors=tuple(status for status in said["responses"] if status >= "4"),
        example=examples.of(said["operationId"]),
    )


def _who(security: list[Schema]) -> str:
    """Who may call it, beside tokens."""
    if not security:
        return "Anybody"
    ways = {name for way in security for name in way}
    return "A customer's browser" if "visitor" in ways else "A person who is signed in"


def _as_object(parameters: list[Schema]) -> Schema:
    asked = [one for one in parameters if one["in"] == "query"]
    required = [one["name"] for one in asked if one.get("required")]
    return {"properties": {one["name"]: one["schema"] for one in asked}, "required": required}


def _answers(said: Schema, reading: Reading) -> list[Answered]:
    made = []
    for status, answer in said["responses"].items():
        if status < "4":
            content: Schema = next(iter(answer.get("content", {}).values()), {})
            made.append(Answered(status, answer["description"], reading.fields(content.get("schema", {}))))
    return made
