"""Django admin over the tables of all tenants, for operators; no words of a company's customers are in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import Media, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

from config.operators import doors, suspending
from tenants import hosts, jobs
from tenants.models import Domain, DomainClaim, Heartbeat, Job, PooledSchema, SignUp, Tenant
from tenants.trail.audit import About

Patterns = list[URLPattern | URLResolver]
NOT_HERE = {"login", "logout", "password_change", "password_change_done", "view_on_site", "autocomplete", None}


class DataSite(admin.AdminSite):
    """Django admin without its own sign-in, behind the operators' door."""

    site_title = site_header = "Baton’s data"
    index_title = "Data"
    index_template = "operators/data/index.html"
    enable_nav_sidebar = False
    final_catch_all_view = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Operators only."""
        return doors.is_operator(request)

    def get_urls(self) -> Patterns:
        """The addresses of the models, and those that they need."""
        found = super().get_urls()
        return doors.guarded(
            [one for one in found if isinstance(one, URLResolver) or getattr(one, "name", None) not in NOT_HERE]
        )


class ToRead(admin.ModelAdmin):  # type: ignore[type-arg]  # it takes no type when it runs
    """A table that is only looked at."""

    change_form_template = "operators/data/form.html"
    list_per_page = 50
    show_full_result_count = False
    actions: Sequence[Any] = ()

    @property
    def media(self) -> Media:
        """Of admin's scripts the one that marks rows: jQuery makes markup of text, which our policy forbids."""
        return Media(js=["admin/js/actions.js"] if self.actions else [])

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Operators only."""
        return doors.is_operator(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Operators only."""
        return doors.is_operator(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """There is none here: the audit log has it."""
        raise Http404


class TenantData(ToRead):
    """Companies; the operators' pages suspend and resume them."""

    list_display = ("name", "schema_name", "is_platform", "created_at", "suspended_at", "closing_at", "schema_version")
    list_filter = ("is_platform",)
    search_fields = ("name", "schema_name", "domains__domain")
    ordering = ("-created_at",)


class DomainData(ToRead):
    """Host names, which operators may add, move and remove; both audit logs tell."""

    list_display = ("domain", "tenant", "is_primary")
    search_fields = ("domain", "tenant__name", "tenant__schema_name")
    list_select_related = ("tenant",)
    ordering = ("domain",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Operators."""
        return doors.is_operator(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Operators."""
        return doors.is_operator(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Operators, but for the last host of a company."""
        last = isinstance(obj, Domain) and not Domain.objects.filter(tenant=obj.tenant).exclude(pk=obj.pk).exists()
        return doors.is_operator(request) and not last

    def save_model(self, request: HttpRequest, obj: Domain, form: "ModelForm[Any]", change: bool) -> None:  # noqa: FBT001
        """Save, and write down what changed."""
        obj.domain = obj.domain.strip().lower().rstrip(".")
        super().save_model(request, obj, form, change)
        changes = {name: (form.initial.get(name), str(form.cleaned_data[name])) for name in form.changed_data}
        _record(request, "domain.changed" if change else "domain.added", obj, changes)

    def delete_model(self, request: HttpRequest, obj: Domain) -> None:
        """Remove, and write it down."""
        _record(request, "domain.removed", obj, {})
        super().delete_model(request, obj)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The audit log has it."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The audit log has it."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """The audit log has it."""


class DomainClaimData(ToRead):
    """Host names that companies say are their own."""

    list_display = ("domain", "tenant", "proven_at", "checked_at", "problem")
    list_select_related = ("tenant",)
    search_fields = ("domain", "tenant__name")
    exclude = ("proof",)


class SignUpData(ToRead):
    """Companies that asked for a workspace."""

    list_display = ("company", "email", "created_at", "expires_at", "verified_at", "tenant")
    list_select_related = ("tenant",)
    search_fields = ("company", "email")
    exclude = ("digest", "password")
    ordering = ("-created_at",)


class PooledSchemaData(ToRead):
    """Schemas that wait for companies."""

    list_display = ("schema_name", "schema_version", "made_at")


class JobData(ToRead):
    """Work that waits, runs or failed for good."""

    list_display = ("kind", "schema_name", "state", "run_at", "attempts", "last_error", "created_at")
    list_filter = ("state", "kind")
    search_fields = ("schema_name", "kind")
    ordering = ("run_at",)
    actions = ("replay",)

    @admin.action(description="Let dead letters run again")
    def replay(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Replay those of them that are dead letters."""
        again = [job for job in queryset if jobs.replay(job.pk)]
        for job in again:
            _record(request, "job.replayed", job, {})
        self.message_user(request, f"{len(again)} dead letters run again.")


class HeartbeatData(ToRead):
    """The last signs of life."""

    list_display = ("name", "at")


def _record(request: HttpRequest, action: str, of: Domain | Job, changes: Mapping[str, tuple[Any, Any]]) -> None:
    if isinstance(of, Domain):
        tenant, about = of.tenant, About("domain", str(of.pk), str(of.domain))
        hosts.forget()
    else:
        tenant = Tenant.objects.filter(schema_name=of.schema_name).first()
        about = About("job", str(of.pk), str(of))
    suspending.record(action, tenant, actor=doors.actor(request), about=about, changes=changes)


site = DataSite(name="admin")
for model, shown in (
    (Tenant, TenantData),
    (Domain, DomainData),
    (DomainClaim, DomainClaimData),
    (SignUp, SignUpData),
    (PooledSchema, PooledSchemaData),
    (Job, JobData),
    (Heartbeat, HeartbeatData),
):
    site.register(model, shown)
