"""The page behind a letter's link. Looking at it stores nothing, whoever follows the link; its button does.

It needs no script. The token in the address is all the proof there is: it opens this one question for fourteen days.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from agents.permissions import open_to_all
from conversations.models import Survey
from conversations.models.surveys import MOST
from conversations.surveys import answering, asking, choosing, words
from conversations.surveys.answering import Rating, SurveyOverError
from conversations.words import say
from tenants import brake, current, requests

MOST_TRIES, WITHIN = 40, 600  # seconds, of one address
PAGE = ["GET", "HEAD", "POST"]
TOKEN = "the token in the letter proves who it is"  # noqa: S105  no secret but the reason
STEPS = [(step, step) for step in range(1, MOST + 1)]


class RatingForm(forms.Form):
    """What the customer answers."""

    satisfaction = forms.TypedChoiceField(choices=STEPS, coerce=int)
    effort = forms.TypedChoiceField(choices=STEPS, coerce=int, required=False, empty_value=None)
    comment = forms.CharField(max_length=answering.LONGEST, required=False)


@open_to_all(TOKEN)
@csrf_exempt  # who has no token cannot post, and a page that tells no referrer sends no origin to check either
@never_cache
@require_http_methods(PAGE)
def rate(request: HttpRequest, token: str) -> HttpResponse:
    """The question, with the choice of the link marked; after its button, thanks."""
    survey = asking.by_token(token)
    if survey is None:
        return _gone(request)
    if request.method != "POST":
        given = {"satisfaction": request.GET.get("s", ""), "effort": "", "comment": ""}
        return _shown(request, survey, given if survey.answered_at is None else _kept(survey))
    if not _brake_allows(request):
        return _shown(request, survey, _typed(request), problem=words.WAIT, status=429)
    form = RatingForm(request.POST)
    if not form.is_valid():
        problem = words.TOO_LONG if "comment" in form.errors else words.PICK
        return _shown(request, survey, _typed(request), problem=problem, status=422)
    try:
        answering.give(survey, Rating(**form.cleaned_data))
    except SurveyOverError:
        survey.refresh_from_db()
        return _shown(request, survey, _kept(survey), status=409)
    return redirect(request.path)


@open_to_all(TOKEN)
@csrf_exempt  # mail programs post here by themselves when their reader wants no more (RFC 8058), and bring no cookie
@never_cache
@require_http_methods(PAGE)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """A button by which the customer is asked no more."""
    survey = asking.by_token(token)
    if survey is None:
        return _gone(request)
    if request.method == "POST":
        answering.refuse(survey)
        return redirect(request.path)
    language, company = survey.conversation.language, current.tenant().name
    context = {
        "language": language,
        "title": say(words.STOPPED if survey.refused_at else words.STOP, language),
        "what": say(words.STOP_WHAT, language, company=company),
        "stop": None if survey.refused_at else say(words.STOP, language),
    }
    return _page(request, context)


def _shown(
    request: HttpRequest,
    survey: Survey,
    given: dict[str, str],
    *,
    problem: words.Words | None = None,
    status: int = 200,
) -> HttpResponse:
    language = survey.conversation.language
    is_open = asking.is_open(survey) and survey.refused_at is None
    answered = survey.answered_at is not None
    title = words.THANKS if answered and is_open else words.QUESTION if is_open else words.OVER
    context: dict[str, Any] = {
        "language": language,
        "title": say(title, language),
        "what": say(words.CHANGE, language) if answered and is_open else "",
        "about": say(words.ABOUT, language, date=words.day(survey.ended_at, language)),
        "problem": "" if problem is None else say(problem, language),
        "stop_address": f"/r/{asking.token(survey)}/stop" if is_open else None,
        "stop_label": say(words.STOP, language),
    }
    if is_open:
        context |= {"questions": _questions(language, given), "comment": given["comment"]} | {
            "comment_label": say(words.COMMENT, language),
            "send": say(words.SEND, language),
        }
    return _page(request, context, status=status)


def _questions(language: str, given: dict[str, str]) -> list[dict[str, Any]]:
    asked = [("satisfaction", words.QUESTION, words.SATISFACTION)]
    if choosing.of_company().asks_effort:
        asked.append(("effort", words.EASE, words.EFFORT))
    return [
        {
            "name": name,
            "question": say(question, language),
            "steps": [
                (step, label, given[name] == str(step)) for step, label in enumerate(words.of(labels, language), 1)
            ],
        }
        for name, question, labels in asked
    ]


def _kept(survey: Survey) -> dict[str, str]:
    effort = "" if survey.effort is None else str(survey.effort)
    return {"satisfaction": str(survey.satisfaction or ""), "effort": effort, "comment": survey.comment}


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: str(request.POST.get(name, "")) for name in ("satisfaction", "effort", "comment")}


def _gone(request: HttpRequest) -> HttpResponse:
    if not _brake_allows(request):
        return HttpResponse(status=429, headers={"Retry-After": str(WITHIN)})
    language = get_language_from_request(request).split("-")[0]
    context = {"language": language, "title": say(words.GONE, language), "what": say(words.GONE_WHY, language)}
    return _page(request, context, status=404)


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = render(request, "conversations/rate.html", context, status=status)
    response["Referrer-Policy"] = "no-referrer"  # the address is a secret
    return response


def _brake_allows(request: HttpRequest) -> bool:
    return brake.allows("survey", requests.address(request) or "", most=MOST_TRIES, seconds=WITHIN)
