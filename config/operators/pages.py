"""The operators' pages: an overview, the companies, the jobs, the migrations."""

import uuid

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from config.operators import doors, figures, suspending
from config.operators.doors import operators_only
from tenants import jobs, migrating
from tenants.errors import ParameterError
from tenants.models import Domain, Job, MigrationRun, Tenant
from tenants.trail.audit import About
from tenants.trail.models import AuditEntry

A_PAGE = 25
MOST_REPLAYED = 200
STATES = {
    "open": Q(suspended_at__isnull=True, closing_at__isnull=True),
    "suspended": Q(suspended_at__isnull=False),
    "closing": Q(closing_at__isnull=False),
}


@operators_only
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """How everything is, in one look."""
    ready, wanted = figures.pooled()
    kinds = figures.kinds()
    context = {
        "companies": figures.companies(),
        "pool": {"ready": ready, "wanted": wanted},
        "kinds": kinds,
        "waiting": sum(kind.ready + kind.leased for kind in kinds),
        "late": max((kind.late for kind in kinds), default=0),
        "dead": sum(kind.dead for kind in kinds),
        "signs": figures.signs(),
    }
    return render(request, "operators/overview.html", context)


@operators_only
@require_safe
def companies(request: HttpRequest) -> HttpResponse:
    """The companies, the newest first, by name, schema or host."""
    search, state = request.GET.get("search", "").strip()[:80], request.GET.get("state", "")
    found = Tenant.objects.filter(STATES.get(state, Q())).order_by("-created_at", "-pk")
    if search:
        of_host = Domain.objects.filter(domain__icontains=search).values("tenant_id")
        found = found.filter(Q(name__icontains=search) | Q(schema_name__icontains=search) | Q(pk__in=of_host))
    page = Paginator(found.prefetch_related("domains"), A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    activity = figures.activity(shown)
    rows = [(one, activity.get(str(one.schema_name))) for one in shown]
    return render(
        request,
        "operators/companies.html",
        {
            "page": page,
            "rows": rows,
            "search": search,
            "state": state,
            "states": STATES,
            "version": migrating.version(),
        },
    )


@operators_only
@require_safe
def company(request: HttpRequest, schema: str) -> HttpResponse:
    """One company: its state, its hosts, its open jobs, and what operators did to it."""
    return _company(request, _access(schema))


@operators_only
@require_POST
def suspend(request: HttpRequest, schema: str) -> HttpResponse:
    """Close the company's doors, with a reason."""
    tenant = _access(schema)
    try:
        suspending.suspend(tenant, reason=request.POST.get("reason", ""), actor=doors.actor(request))
    except ParameterError as error:
        return _company(request, tenant, problem=error.message)
    return redirect("operators:company", schema)


@operators_only
@require_POST
def resume(request: HttpRequest, schema: str) -> HttpResponse:
    """Open the company's doors again."""
    suspending.resume(_access(schema), actor=doors.actor(request))
    return redirect("operators:company", schema)


@operators_only
@require_safe
def open_jobs(request: HttpRequest) -> HttpResponse:
    """The open jobs by kind, and the dead letters."""
    page = Paginator(jobs.dead_letters(), A_PAGE).get_page(request.GET.get("page"))
    kinds = figures.kinds()
    dead = {kind.name: kind.dead for kind in kinds if kind.dead}
    context = {"kinds": kinds, "page": page, "dead": dead, "most": MOST_REPLAYED}
    return render(request, "operators/jobs.html", context)


@operators_only
@require_POST
def replay_many(request: HttpRequest) -> HttpResponse:
    """Let the oldest dead letters run again, of one kind or of all; many at once would stand in each other's way."""
    found, kind = jobs.dead_letters(), request.POST.get("kind", "")
    for job in list(found.filter(kind=kind) if kind else found)[:MOST_REPLAYED]:
        if jobs.replay(job.id):
            _record_job("job.replayed", request, job)
    return redirect("operators:jobs")


@operators_only
@require_POST
def replay(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """Let a dead letter run again."""
    job = get_object_or_404(jobs.dead_letters(), pk=job_id)
    if jobs.replay(job_id):
        _record_job("job.replayed", request, job)
    return redirect("operators:jobs")


@operators_only
@require_POST
def discard(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """Throw a dead letter away."""
    job = get_object_or_404(jobs.dead_letters(), pk=job_id)
    if jobs.discard(job_id):
        _record_job("job.discarded", request, job)
    return redirect("operators:jobs")


@operators_only
@require_safe
def migrations(request: HttpRequest) -> HttpResponse:
    """How far the schemas are, and the last migrations of all of them."""
    runs = list(MigrationRun.objects.all()[:20])
    newest = runs[0] if runs else None
    context = {
        "companies": figures.companies(),
        "runs": runs,
        "newest": newest,
        "running": figures.is_running(newest),
        "version": migrating.version(),
    }
    return render(request, "operators/migrations.html", context)


def _access(schema: str) -> Tenant:
    return get_object_or_404(Tenant, schema_name=schema)


def _company(request: HttpRequest, tenant: Tenant, *, problem: str = "") -> HttpResponse:
    mine = Job.objects.filter(schema_name=tenant.schema_name)
    context = {
        "tenant": tenant,
        "activity": figures.activity([tenant]).get(str(tenant.schema_name)),
        "domains": list(tenant.domains.order_by("-is_primary", "domain")),
        "jobs": list(mine.order_by("run_at")[:A_PAGE]),
        "job_count": mine.count(),
        "deeds": list(AuditEntry.objects.filter(object_kind="workspace", object_id=tenant.schema_name)[:A_PAGE]),
        "behind": migrating.is_behind(tenant.schema_version),
        "problem": problem,
    }
    return render(request, "operators/company.html", context, status=422 if problem else 200)


def _record_job(action: str, request: HttpRequest, job: Job) -> None:
    tenant = Tenant.objects.filter(schema_name=job.schema_name).first()
    about = About("job", str(job.id), f"{job.kind} of {job.schema_name}")
    changes = {"error": (job.last_error, None)}
    suspending.record(action, tenant, actor=doors.actor(request), about=about, changes=changes)
