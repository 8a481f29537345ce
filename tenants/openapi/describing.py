"""One operation of the document: what its view says of it, and what every operation has in common."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_parameter_type
from rest_framework.serializers import Serializer

from tenants.errors import ErrorBody
from tenants.openapi import headers
from tenants.openapi.operation import File, Operation, said_of
from tenants.openapi.shapes import Schema, Shapes, TwoShapesError
from tenants.scopes import HeaderScope, ProgramScope

WORDS = {
    200: "Done.",
    201: "Made.",
    202: "Begun; ask again for what came of it.",
    204: "Done, and nothing to say.",
    400: "The body cannot be read.",
    401: "No valid token, session or ticket came along.",
    402: "The payment was refused; the message is for whoever pays.",
    403: "Whoever asks may not do this, or the plan has it not.",
    404: "There is no such thing here.",
    405: "The address does not know this method; `Allow` names those that it knows.",
    406: "Nothing that `Accept` names can be answered; JSON can.",
    409: "It cannot be done as things stand.",
    410: "It is no more.",
    413: "The body is too long.",
    415: "The body is of another media type than this takes.",
    422: "A field is wrong; `param` names it.",
    429: "Too many requests; `Retry-After` says when to go on.",
    500: "Something went wrong on our side; tell us the `request_id`.",
    503: "Not at the moment; `Retry-After` says when to try again.",
}
ALWAYS = (401, 403, 406, 429, 500, 503)
WITH_A_KEY = (409, 422)  # what a POST with an idempotency key may meet
WITH_PARAMETERS = (400, 422)
WITH_A_BODY = (400, 413, 415, 422)
PATH_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def errors(shapes: Shapes) -> Schema:
    """The answers that are errors, as operations refer to them."""
    body = {"application/json": {"schema": shapes.schema(ErrorBody)}}
    return {
        f"Error{status}": {"description": words, "headers": headers.of_error(status), "content": body}
        for status, words in WORDS.items()
        if status >= 400
    }


class Describing(AutoSchema):
    """Describes the methods of views by their `operation`; forms are read by the library, shapes by the type."""

    shapes: ClassVar[Shapes] = Shapes()
    forms: ClassVar[dict[str, type]] = {}

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> dict[str, Any] | None:
        """The operation; None where nothing was said of the method."""
        self.path, self.path_regex, self.path_prefix = path, path_regex, path_prefix
        self.registry, self.method = registry, method.upper()
        said = said_of(getattr(self.view, method.lower()))
        return None if said is None else self._described(said)

    def _described(self, said: Operation) -> dict[str, Any]:
        summary, description = self._words()
        made = {
            "operationId": f"{self.method} {self.path}",
            "summary": summary,
            "description": description,
            "tags": [self._tokenize_path()[0]],
            "security": self._security(),
            "parameters": [*self._in_path(), *self._in_headers(), *self._in_query(said)],
            "requestBody": self._body(said),
            "responses": self._responses(said),
        }
        return {name: value for name, value in made.items() if value or name == "security"}

    def get_serializer_name(self, serializer: Any, direction: Any) -> str:
        """The name of a form, which no other form may have; TwoShapesError otherwise."""
        name = str(super().get_serializer_name(serializer, direction))
        form = type(serializer)
        if self.forms.setdefault(name, form) is not form:
            raise TwoShapesError(f"{form.__module__} and {self.forms[name].__module__} both have a {name}.")
        return name

    def _words(self) -> tuple[str, str]:
        """The summary, which is the first sentence of the method's docstring, and the sentences after it."""
        method = getattr(self.view, self.method.lower()).__doc__ or ""
        first, _, rest = method.strip().partition("\n")
        paragraphs = [" ".join(line.strip() for line in part.splitlines()).strip() for part in rest.split("\n\n")]
        return first.strip().rstrip("."), "\n\n".join(part for part in paragraphs if part)

    def _security(self) -> list[dict[str, list[str]]]:
        """A token with the scope, a person's session, a visitor's token, or nothing at all."""
        named: list[dict[str, list[str]]] | None = getattr(self.view, "security", None)
        if named is not None:
            return named
        if getattr(self.view, "open_because", ""):
            return []
        scope = self._scope()
        token = [{"token": [str(scope)]}] if scope else []
        return token if isinstance(scope, ProgramScope) else [*token, {"session": []}]

    def _scope(self) -> str:
        scopes: Mapping[str, str] = getattr(self.view, "scopes", {})
        return scopes.get(self.method, "")

    def _in_headers(self) -> list[Schema]:
        found = [headers.KEY_PARAMETER] if self._takes_a_key() else []
        scope = self._scope()
        if not isinstance(scope, HeaderScope):
            return found
        header = build_parameter_type(name=scope.header, location="header", schema={"type": "string"})
        return [{**header, "description": f"Required with a token. {scope.about}"}, *found]

    def _takes_a_key(self) -> bool:
        """What strangers may do changes nothing twice."""
        return self.method == "POST" and bool(self._security())

    def _in_path(self) -> list[Schema]:
        return [
            build_parameter_type(name=name, location="path", schema={"type": "string"}, required=True)
            for name in PATH_PARAMETER.findall(self.path_regex)
        ]

    def _in_query(self, said: Operation) -> list[Schema]:
        if said.query is None:
            return []
        schema = self._map_basic_serializer(said.query(), "request")  # type: ignore[no-untyped-call]
        required = schema.get("required", [])
        return [
            {"in": "query", "name": name, "schema": one, **({"required": True} if name in required else {})}
            for name, one in schema["properties"].items()
        ]

    def _body(self, said: Operation) -> Schema | None:
        if said.asks is None:
            return None
        if isinstance(said.asks, Mapping):
            parts = {name: self._part(one) for name, one in said.asks.items()}
            return {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": parts}}}}
        if isinstance(said.asks, File):
            return {"content": {said.asks.media_type: {"schema": {"type": "string"}}}, "required": True}
        form: Serializer[None] = said.asks(partial=said.partial)
        component = self.resolve_serializer(form, "request")
        schema: Schema = component.ref
        required = bool(component.schema.get("required"))
        return {"content": {"application/json": {"schema": schema}}, **({"required": True} if required else {})}

    def _part(self, one: Any) -> Schema:
        if isinstance(one, File):
            return {"type": "string", "contentMediaType": one.media_type}
        return self.shapes.schema(one)

    def _responses(self, said: Operation) -> Schema:
        made = {str(status): self._answer(status, shape) for status, shape in said.answers.items()}
        made |= {str(status): {"$ref": f"#/components/responses/Error{status}"} for status in self._errors(said)}
        return dict(sorted(made.items()))

    def _answer(self, status: int, shape: Any) -> Schema:
        told: Schema = {"description": WORDS[status], "headers": headers.of_answer(self.method)}
        if shape is None:
            return told
        if isinstance(shape, File):
            return {**told, "content": {kind: {"schema": {"type": "string"}} for kind in shape.kinds}}
        return {**told, "content": {"application/json": {"schema": self.shapes.schema(shape)}}}

    def _errors(self, said: Operation) -> set[int]:
        found = {*said.errors, *ALWAYS, *(WITH_A_KEY if self.method == "POST" else ())}
        if said.query is not None:
            found.update(WITH_PARAMETERS)
        if said.asks is not None:
            found.update(WITH_A_BODY)
        if isinstance(self._scope(), HeaderScope):
            found.add(422)
        if "{" in self.path:
            found.add(404)
        return found - set(said.answers)
