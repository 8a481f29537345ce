"""Which answer a client takes: JSON, and where an operation gives a file, files of that kind."""

from collections.abc import Iterable
from typing import Any

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from tenants.openapi.operation import File, said_of


class Accepting(DefaultContentNegotiation):
    """As the framework does it for renderers; a view renders a file by itself."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer for what `Accept` names; NotAcceptable where the operation gives nothing of it."""
        listed = list(renderers)
        try:
            chosen: tuple[BaseRenderer, str] = super().select_renderer(request, listed, format_suffix)
        except NotAcceptable:
            wanted = {kind.partition(";")[0].strip().lower() for kind in self.get_accept_list(request)}
            if not wanted & _files(request):
                raise
            chosen = listed[0], str(listed[0].media_type)  # of errors
        return chosen


def _files(request: Request) -> set[str]:
    """The kinds of files that the operation gives."""
    view: Any = (request.parser_context or {}).get("view")
    said = said_of(getattr(view, str(request.method).lower(), None))
    answers = said.answers.values() if said is not None else ()
    return {kind for answer in answers if isinstance(answer, File) for kind in answer.kinds}
