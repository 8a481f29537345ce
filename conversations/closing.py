"""Closing a company: thirty days in which its owner may come back, then everything of it goes for good."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from psycopg import sql

from agents import brake, spoken
from agents.models import Agent, Role, Step
from conversations.models import Conversation, Status
from conversations.subscribing import company, leaving
from tenants import current, erased, figures, groups, hosts, jobs, owner, post, workspace
from tenants.embedded.channel_layer import send_from_sync
from tenants.errors import BatonError, ParameterError
from tenants.jobs import Ids, Lease
from tenants.models import Domain, Job, SignUp, Tenant
from tenants.post import Letter, Link
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LETTER, DOORS, LAST_DAY, REMOVE = "closing_letter", "closing_doors", "closing_last_day", "closing_remove"
LETTERS_BEFORE = (30, 7, 1)  # days before the end
TO_LET_GO = timedelta(seconds=4 * hosts.REMEMBERED_SECONDS)  # until no process leads anybody there any more
FORGET_JOBS = "DELETE FROM public.tenants_job WHERE schema_name = %s"
FORGET_CACHE = "DELETE FROM public.baton_cache WHERE starts_with(cache_key, %s)"


class NotPossibleError(BatonError):
    """The platform's own company cannot be closed, and one that is open cannot be opened."""

    status = 409
    type = "conflict_error"
    code = "not_possible_now"


def close(person: Agent, *, name: str, password: str, actor: Actor, origin: str) -> Tenant:
    """Close the tenant entered now, for its owner who typed its name and their password.

    Raises ParameterError for either, TooManyTriesError for guessing, NotPossibleError on the platform's own. `origin`
    is where the company is reached, for the letters.
    """
    tenant = current.tenant()
    if " ".join(name.split()).casefold() != " ".join(tenant.name.split()).casefold():
        raise ParameterError(gettext("name: type the workspace's name as it stands here."), param="name")
    if not brake.tried(Step.PASSWORD, person.email, lambda: person.check_password(password)):
        raise ParameterError(gettext("password: this is not your password."), param="password")
    if tenant.is_platform:
        raise NotPossibleError(gettext("This company runs Baton itself and cannot be closed."))
    return _begin(actor, origin)


@transaction.atomic
def reopen(*, actor: Actor) -> Tenant:
    """Open the tenant entered now again; NotPossibleError when it is open."""
    tenant = Tenant.objects.select_for_update().get(pk=current.tenant().pk)
    if tenant.closing_at is None:
        raise NotPossibleError(gettext("This workspace is open."))
    tenant.closing_at = None
    tenant.save(update_fields=["closing_at"])
    Job.objects.filter(schema_name=tenant.schema_name, kind__in=[LETTER, DOORS]).delete()
    Job.objects.filter(kind=LAST_DAY, key=tenant.schema_name).delete()
    leaving.workspace_opened()
    _record("workspace.reopened", tenant, actor=actor)
    transaction.on_commit(hosts.forget)
    return tenant


def send_letter(held: Lease) -> None:
    """Tell the owners when everything goes, and how to keep it."""
    moments = workspace.closing(workspace.fresh())
    if moments is None:
        return
    page = f"{held.ids['origin']}/console/settings"
    for agent in Agent.objects.filter(role=Role.OWNER, is_active=True):
        with spoken.written_to(agent):
            post.write(agent.email, _letter(moments[1], days=int(held.ids["days"]), page=page))


def _letter(ends: datetime, *, days: int, page: str) -> Letter:
    name = current.tenant().name
    goes = ngettext("{name} is closed and goes in {days} day", "{name} is closed and goes in {days} days", days)
    return Letter(
        subject=goes.format(name=name, days=days),
        opening=(
            gettext(
                "The workspace of {name} was closed. Its customers read that nobody answers there any more."
            ).format(name=name),
            gettext(
                "On {day} everything in it goes for good: conversations, customers, knowledge, people and files."
            ).format(day=figures.day(ends)),
        ),
        button=Link(gettext("Open it again or take a copy"), page),
        closing=(gettext("If this is as you want it, there is nothing to do."), *_of_subscription()),
    )


def _of_subscription() -> tuple[str, ...]:
    """What the letter says of a subscription that there is."""
    if company.subscription() is None:
        return ()
    return (
        gettext("Your subscription was cancelled with it, so that nothing more is charged."),
        gettext("Who opens the workspace again takes that back under Billing, or the plan ends with what is paid for."),
    )


def shut_doors(_held: Lease) -> None:
    """Let the customers' open sockets come back, to find the door closed."""
    live = Conversation.objects.exclude(status=Status.RESOLVED).values_list("id", flat=True)
    for conversation_id in live.iterator():
        send_from_sync(groups.shared(current.schema_name(), str(conversation_id)), {"type": "gap"})


def end(held: Lease) -> None:
    """The grace is over: nobody is led there any more; soon, when no process remembers the way, everything goes."""
    with transaction.atomic():
        tenant = Tenant.objects.select_for_update().filter(schema_name=str(held.ids["schema"])).first()
        moments = None if tenant is None else workspace.closing(tenant)
        if tenant is None or moments is None or moments[1] > timezone.now() or tenant.is_platform:
            return
        Domain.objects.filter(tenant=tenant).delete()
        Tenant.objects.filter(pk=tenant.pk).update(suspended_at=timezone.now(), suspended_for="It was closed.")
        ids = {"schema": tenant.schema_name}
        jobs.write_for_platform(REMOVE, ids, key=f"remove {tenant.schema_name}", run_at=timezone.now() + TO_LET_GO)
    hosts.forget()


def remove(held: Lease) -> None:
    """Remove the company's files, its schema, and every row that names it; the platform's own log says so."""
    schema = str(held.ids["schema"])
    tenant = Tenant.objects.exclude(closing_at=None).filter(schema_name=schema, is_platform=False).first()
    if tenant is None:
        return
    erased.note(schema)
    take_out(tenant)


def take_out(tenant: Tenant) -> None:
    """Remove all of a company at once: nobody is led there any more."""
    schema = str(tenant.schema_name)
    shutil.rmtree(Path(settings.MEDIA_ROOT) / schema, ignore_errors=True)
    with owner.connected() as line:
        line.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    with transaction.atomic(), current.connection.cursor() as cursor:
        cursor.execute(FORGET_JOBS, [schema])
        cursor.execute(FORGET_CACHE, [f"{schema}:"])
        SignUp.objects.filter(tenant=tenant).delete()
        Tenant.objects.filter(pk=tenant.pk).delete()
        _on_the_platform("workspace.removed", tenant, actor=audit.by_system())


@transaction.atomic
def _begin(actor: Actor, origin: str) -> Tenant:
    tenant = Tenant.objects.select_for_update().get(pk=current.tenant().pk)
    if tenant.closing_at is not None:
        return tenant
    tenant.closing_at = timezone.now()
    tenant.save(update_fields=["closing_at"])
    ends = tenant.closing_at + workspace.GRACE
    for days in LETTERS_BEFORE:
        ids: Ids = {"days": days, "origin": origin}
        jobs.write(LETTER, ids, key=f"{LETTER} {days}", run_at=ends - timedelta(days=days))
    jobs.write(DOORS, {}, key=DOORS, run_at=timezone.now() + timedelta(seconds=hosts.REMEMBERED_SECONDS))
    jobs.write_for_platform(LAST_DAY, {"schema": tenant.schema_name}, key=tenant.schema_name, run_at=ends)
    leaving.workspace_closed(ends=ends)
    _record("workspace.closed", tenant, actor=actor)
    transaction.on_commit(hosts.forget)
    return tenant


def _record(action: str, tenant: Tenant, *, actor: Actor) -> None:
    """On record in the company's own log, and in that of the platform."""
    audit.record(action, actor=actor, about=About("workspace", tenant.schema_name, tenant.name))
    _on_the_platform(action, tenant, actor=actor)


def _on_the_platform(action: str, tenant: Tenant, *, actor: Actor) -> None:
    platform = Tenant.objects.filter(is_platform=True).first()
    if platform is not None:
        with current.entered(platform):
            audit.record(action, actor=actor, about=About("workspace", tenant.schema_name, tenant.name))
