"""The operators' pages about plans and payments: who pays what, what waits for somebody, what Stripe said."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from billing import arriving, stripe_client
from billing.arrivals.models import StripeEvent
from billing.errors import NotPossibleNowError
from config.operators import accounts, dashboard, doors, giving, sums
from config.operators.doors import operators_only
from tenants.errors import NotFoundError, ParameterError
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About

A_PAGE = 25


@operators_only
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The sums of the month, what waits for an operator, and the companies by how they stand."""
    everybody = accounts.of(list(Tenant.objects.order_by("-created_at", "-pk")))
    state, buying = request.GET.get("state", ""), [one for one in everybody if one.place.overage]
    month = sums.month(everybody, accounts.usage(buying))
    wanted = [one for one in everybody if state in ("", one.state)]
    page = Paginator(wanted, A_PAGE).get_page(request.GET.get("page"))
    used = accounts.usage(list(page.object_list))
    context = {
        "is_billed": stripe_client.is_on(),
        "is_sandbox": stripe_client.is_sandbox(),
        "month": month,
        "states": sorted(month.companies),
        "state": state,
        "page": page,
        "rows": [(one, used[str(one.tenant.schema_name)], dashboard.of(one.customer)) for one in page],
        "disputes": len(sums.disputes()),
        "events": sums.events().count(),
        "writes": len(sums.writes()),
    }
    return render(request, "operators/billing.html", context)


@operators_only
@require_safe
def disputes(request: HttpRequest) -> HttpResponse:
    """Disputes that wait for an operator, of all companies."""
    return _disputes(request)


@operators_only
@require_POST
def decide(request: HttpRequest, schema: str, dispute_id: str) -> HttpResponse:
    """Uphold a dispute, which credits the resolution, or decline it; with an answer in either case."""
    tenant = get_object_or_404(Tenant, schema_name=schema)
    uphold, answer = request.POST.get("decision") == "uphold", request.POST.get("answer", "")
    try:
        giving.decide(tenant, dispute_id, uphold=uphold, answer=answer, actor=doors.actor(request))
    except (ParameterError, NotPossibleNowError, NotFoundError) as error:
        return _disputes(request, problem=f"{tenant.name}: {error.message}", status=error.status)
    return redirect("operators:disputes")


@operators_only
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """Stripe's events that somebody should look at, and writes of which nobody knows whether they were done."""
    page = Paginator(sums.events(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "operators/events.html", {"page": page, "writes": sums.writes(), "total": _total()})


@operators_only
@require_POST
def replay(request: HttpRequest, event_id: str) -> HttpResponse:
    """Let an event be handled once more."""
    event = get_object_or_404(StripeEvent, pk=event_id)
    if arriving.replay(event.pk):
        about = About("stripe_event", event.pk, event.kind)
        changes = {"problem": (event.problem, "")}
        audit.record("stripe_event.replayed", actor=doors.actor(request), about=about, changes=changes)
    return redirect("operators:events")


def _disputes(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    page = Paginator(sums.disputes(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "operators/disputes.html", {"page": page, "problem": problem}, status=status)


def _total() -> int:
    return StripeEvent.objects.count()
