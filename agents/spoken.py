"""The language of a person: what they chose, for all that is said to them in a request or written to them."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from agents.models import Agent
from tenants import current, speaking

Next = Callable[[HttpRequest], HttpResponse]


class PersonsLanguage:
    """Speaks the person's own language, where they chose one; a program's goes by its header alone."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language; nobody is looked up without a session's cookie."""
        chosen = _chosen(request)
        if not chosen:
            return self.get_response(request)
        with speaking.in_language(chosen):
            return self.get_response(request)


def written_to(person: Agent | None) -> AbstractContextManager[None]:
    """Speak the person's language within a block, for a letter or what a socket says; else the company's first one.

    Work that goes on behind, and a socket, have no request's language of their own.
    """
    return speaking.in_language(by(person))


def by(person: Agent | None) -> str:
    """The language of a letter to them: the person's own, else the company's first one, where it is spoken here."""
    own = "" if person is None else person.language
    return speaking.chosen(own, *current.tenant().languages[:1])


def _chosen(request: HttpRequest) -> str:
    at_a_company = request.META.get("baton.tenant") is not None  # nobody is signed in at the platform's own host
    by_session = settings.SESSION_COOKIE_NAME in request.COOKIES and "Authorization" not in request.headers
    if not at_a_company or not by_session or not speaking.at(request.path):
        return ""
    person: object = request.user
    return person.language if isinstance(person, Agent) else ""
