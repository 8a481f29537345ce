"""One company's plan and money, as operators see them and act upon them."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from billing import stripe_client
from billing.errors import PaymentRefusedError, PaymentServiceError
from billing.models import Standing
from billing.stripe_objects import FoundInvoice
from config.operators import accounts, dashboard, doors, giving, sums
from config.operators.accounts import Account
from config.operators.doors import operators_only
from tenants import migrating
from tenants.errors import BatonError
from tenants.models import Tenant
from tenants.trail.models import AuditEntry

INVOICES = 24
DEEDS = ("plan.given", "plan.taken_back", "invoice.refunded", "invoice.refund_requested", "resolution.dispute_decided")
BEHIND = "The company's schema has yet to be migrated; until then its plan cannot be seen."


@operators_only
@require_safe
def company(request: HttpRequest, schema: str) -> HttpResponse:
    """Its plan, what it used, its invoices, and what operators did about them."""
    return _company(request, _access(schema))


@operators_only
@require_POST
def give(request: HttpRequest, schema: str) -> HttpResponse:
    """Give it a plan for nothing."""
    tenant, told = _access(schema), request.POST
    try:
        giving.give(
            tenant,
            told.get("plan", ""),
            seats_told=told.get("seats", ""),
            reason=told.get("reason", ""),
            actor=doors.actor(request),
        )
    except BatonError as error:
        return _company(request, tenant, problem=error)
    return redirect("operators:company_billing", schema)


@operators_only
@require_POST
def take_back(request: HttpRequest, schema: str) -> HttpResponse:
    """End what was given."""
    tenant = _access(schema)
    try:
        giving.take_back(tenant, reason=request.POST.get("reason", ""), actor=doors.actor(request))
    except BatonError as error:
        return _company(request, tenant, problem=error)
    return redirect("operators:company_billing", schema)


@operators_only
@require_POST
def refund(request: HttpRequest, schema: str, invoice: str) -> HttpResponse:
    """Give money back for an invoice."""
    tenant, told = _access(schema), request.POST
    try:
        giving.refund(
            tenant,
            invoice,
            amount=told.get("amount", ""),
            reason=told.get("reason", ""),
            once=told.get("once", ""),
            actor=doors.actor(request),
        )
    except BatonError as error:
        return _company(request, tenant, problem=error)
    return redirect("operators:company_billing", schema)


def _access(schema: str) -> Tenant:
    return get_object_or_404(Tenant, schema_name=schema)


def _company(request: HttpRequest, tenant: Tenant, *, problem: BatonError | None = None) -> HttpResponse:
    account = next(iter(accounts.of([tenant])), None)
    invoices, trouble = _invoices(account)
    context = {
        "tenant": tenant,
        "account": account,
        "usage": None if account is None else accounts.usage([account])[str(tenant.schema_name)],
        "is_given": account is not None and account.standing == Standing.COMPLIMENTARY,
        "pays": account is not None and bool(account.found and account.found.stripe_subscription),
        "is_billed": stripe_client.is_on() and not tenant.is_platform,
        "dashboard": dashboard.of("" if account is None else account.customer),
        "plans": sums.plans(),
        "invoices": invoices,
        "trouble": BEHIND if migrating.is_behind(tenant.schema_version) else trouble,
        "deeds": AuditEntry.objects.filter(object_kind="workspace", object_id=tenant.schema_name, action__in=DEEDS)[
            :25
        ],
        "problem": "" if problem is None else problem.message,
        "told": request.POST,
        "once": secrets.token_urlsafe(16),
    }
    return render(request, "operators/company_billing.html", context, status=problem.status if problem else 200)


def _invoices(account: Account | None) -> tuple[list[FoundInvoice], str]:
    """The company's newest invoices as Stripe has them; with words where it cannot be asked."""
    if account is None or not account.customer or not stripe_client.is_on():
        return [], ""
    try:
        return stripe_client.invoices(account.customer, limit=INVOICES)[0], ""
    except (PaymentServiceError, PaymentRefusedError) as error:
        return [], error.message
