"""The pages of the reference at `/docs/api/`, on the platform's own host."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from config.reference import guides, operations, packages, postman
from config.reference.sections import SECTIONS
from tenants import current, origins

PLACEHOLDER, COOKIE = "your-company", "docs_company"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")


@open_to_all("it is the public site")
@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """What there is to read, and how to begin."""
    found = operations.by_section()
    parts = [(section, found[section.name]) for section in SECTIONS]
    return _shown(request, "reference/contents.html", {"parts": parts, "host": _host(request)})


@open_to_all("it is the public site")
@require_safe
def section(request: HttpRequest, name: str) -> HttpResponse:
    """All operations of a section, or a guide."""
    found = next((one for one in SECTIONS if one.name == name), None)
    if found is None:
        return guide(request, name)
    host = _host(request)
    shown = [(one, one.curl(host)) for one in operations.by_section()[name]]
    return _shown(request, "reference/section.html", {"section": found, "shown": shown})


def guide(request: HttpRequest, name: str) -> HttpResponse:
    """A guide in words."""
    if name not in guides.NAMES:
        raise Http404
    found = guides.guide(name, _host(request), origins.of_platform(request))
    return _shown(request, "reference/guide.html", {"guide": found})


@open_to_all("it is the public site")
@require_safe
def collection(request: HttpRequest) -> HttpResponse:
    """The same for Postman: a collection in its format 2.1."""
    response = JsonResponse(postman.collection(_host(request)), json_dumps_params={"indent": 1, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="baton.postman_collection.json"'
    return response


@open_to_all("it is the public site")
@require_safe
def package(_request: HttpRequest, name: str) -> HttpResponse:
    """A client, for `pip install` or `npm install` with its address."""
    if name not in packages.PACKAGES:
        raise Http404
    return HttpResponse(packages.archive(name), content_type="application/gzip")


@open_to_all("it only leads to the public site")
@require_safe
def from_a_company(request: HttpRequest, name: str = "") -> HttpResponse:
    """From a company's host to the reference, with the company's address in its examples."""
    company = origins.first_of(current.tenant(), seen_from=f"{request.scheme}://{request.get_host()}")
    slug = company.partition("://")[2].partition(".")[0]
    return redirect(f"{origins.of_platform(request)}/docs/api/{name and f'{name}/'}?company={slug}")


@open_to_all("it only leads to the public site")
@require_safe
def guide_from_a_company(request: HttpRequest, name: str = "") -> HttpResponse:
    """From a company's console to the guides; the place on the page goes along by itself."""
    return redirect(f"{origins.of_platform(request)}/docs/{name and f'{name}/'}")


def _host(request: HttpRequest) -> str:
    """The address of the company whom the reader comes from, or a made-up one."""
    asked = request.GET.get("company", "") or request.COOKIES.get(_cookie(request), "")
    slug = asked if SLUG.match(asked) else PLACEHOLDER
    return origins.of_host(f"{slug}.{settings.WORKSPACE_DOMAIN}", seen_from=origins.of_platform(request))


def _shown(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    """The page; the company in its address is kept for the pages after it."""
    response = render(request, template, {**context, "sections": SECTIONS, "guides": guides.listed()})
    slug = request.GET.get("company", "")
    if SLUG.match(slug):
        response.set_cookie(_cookie(request), slug, samesite="Lax", secure=request.is_secure(), httponly=True)
    return response


def _cookie(request: HttpRequest) -> str:
    """The cookie's name, which no other host can set where the page came over HTTPS."""
    return f"__Host-{COOKIE}" if request.is_secure() else COOKIE
