"""The two documents that load the front end: the console for agents, the widget's frame for customers."""

from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agents import second_factor
from agents.models import Agent
from agents.permissions import Right, open_to_all, requires
from config.bundles import Bundle, bundle
from conversations.inbox.me import me
from conversations.widget import welcome
from conversations.words import ENGLISH
from tenants import csp, current, embedding

WORDS = "src/widget/words/{}.ts"  # fetched beside the script, by those who read this language


@open_to_all("it only leads on to the console")
@require_safe
def home(_request: HttpRequest) -> HttpResponse:
    """A tenant's bare address leads to its console."""
    return redirect("/console/")


@require_safe
@requires(Right.OWN_ACCOUNT)
@ensure_csrf_cookie
def console(request: HttpRequest, **_rest: str) -> HttpResponse:
    """The console's document, the same for every address below /console/."""
    if second_factor.must_be_set_up(cast("Agent", request.user)):
        return redirect(f"/second-step/set-up/?{urlencode({'next': request.get_full_path()})}")
    agent = Agent.objects.prefetch_related("teams").get(pk=cast("Agent", request.user).id)
    context = {"bundle": bundle("console"), "config": {"me": me(agent)}}
    response = render(request, "conversations/console.html", context)
    response[csp.HEADER] = csp.policy(nonce=request.META["baton.csp_nonce"], host=request.get_host(), more=csp.CONSOLE)
    return response


@open_to_all("customers see it on any site")
@require_safe
def widget(request: HttpRequest) -> HttpResponse:
    """The widget's document, which the sites may frame that the company allows; notes on which one it was seen."""
    tenant = current.tenant()
    embedding.note(tenant, embedding.origin_of(request.headers.get("Referer", "")))
    files = bundle("widget")
    language = _spoken(request.headers.get("Accept-Language", ""), files)
    context = {
        "bundle": files,
        "config": {"company": welcome.company(language), "lang": language, "mails": settings.MAIL_LEAVES},
        "words": files.later.get(WORDS.format(language)),
        "direction": "rtl" if LANG_INFO.get(language, {}).get("bidi") else "ltr",
    }
    response = render(request, "conversations/widget.html", context)
    nonce = request.META["baton.csp_nonce"]
    more = {"frame-ancestors": embedding.ancestors(tenant.allowed_sites), **csp.WIDGET}
    response[csp.HEADER] = csp.policy(nonce=nonce, host=request.get_host(), more=more)
    return response


def _spoken(accepted: str, files: Bundle) -> str:
    """The language that the visitor would rather read, of those that the widget has words in; else English."""
    for wanted, _weight in parse_accept_lang_header(accepted.lower()):
        language = wanted.split("-", maxsplit=1)[0]
        if language == ENGLISH or WORDS.format(language) in files.later:
            return language
    return ENGLISH
