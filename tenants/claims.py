"""A company's own host names: claimed, proven by a record in the DNS, and looked at again and again."""

import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

import idna
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from tenants import current, dns, hosts, jobs, public_addresses
from tenants.dns import DnsError
from tenants.errors import ParameterError
from tenants.jobs import Lease
from tenants.models import Domain, DomainClaim
from tenants.trail import audit
from tenants.trail.audit import About, Actor

KIND = "domain_check"
LABEL = "_baton-proof"
MOST = 10  # of one company
AGAIN_AFTER = timedelta(seconds=5)  # from one look at the DNS that somebody asked for to the next
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=6)  # between two looks by a job
LOOKS_FOR = timedelta(days=7)
WEEK, DAY, HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)

NOT_YET = "The record is not there yet. It may take some hours until a change of the DNS is seen everywhere."
NEVER_CAME = "The record was not found within 7 days. Put it in, then check again."
GONE = "The record is gone. The domain still leads here; put the record back so that it stays yours."
NO_ANSWER = "The name servers of this domain did not answer. It is looked at again by itself."
TAKEN = "This domain is connected to another workspace."


class DomainTakenError(ParameterError):
    """The host name leads to another company already."""

    status = 409
    code = "domain_taken"


class DnsRecord(TypedDict):
    """What the company has to put into its DNS."""

    type: str
    name: str
    value: str


def record_of(claim: DomainClaim) -> DnsRecord:
    """What the company has to put into its DNS."""
    return {"type": "TXT", "name": f"{LABEL}.{claim.domain}", "value": claim.proof}


def claim(text: str, *, actor: Actor) -> DomainClaim:
    """Claim a host name for the tenant entered now.

    Raises ParameterError, and DomainTakenError where it leads to another company.
    """
    domain = _named(text)
    tenant = current.tenant()
    if Domain.objects.filter(domain=domain).exclude(tenant=tenant).exists():
        raise DomainTakenError(f"domain: {TAKEN}", param="domain")
    if tenant.claims.count() >= MOST:
        raise ParameterError(
            gettext("domain: at most {most} domains can be named; remove one first.").format(most=MOST), param="domain"
        )
    try:
        with transaction.atomic():
            made = DomainClaim.objects.create(tenant=tenant, domain=domain, proof=f"baton-{secrets.token_hex(20)}")
            audit.record("domain.claimed", actor=actor, about=_about(made))
            _look_again(made, after=SOONEST, ids={"since": int(timezone.now().timestamp())})
    except IntegrityError:
        raise ParameterError(gettext("domain: this one is in your list already."), param="domain") from None
    return made


def check_now(claim: DomainClaim, *, actor: Actor) -> None:
    """Look at the DNS because somebody asks; not twice within some seconds."""
    if claim.checked_at is not None and claim.checked_at > timezone.now() - AGAIN_AFTER:
        return
    _look(claim, actor=actor)
    if claim.proven_at is None:
        _look_again(claim, after=SOONEST, ids={"since": int(timezone.now().timestamp())})
    elif not claim.problem:
        _look_again(claim, after=WEEK)


def remove(claim: DomainClaim, *, actor: Actor) -> None:
    """Give the host name up; it leads here no more."""
    with transaction.atomic():
        if claim.proven_at is not None:
            Domain.objects.filter(domain=claim.domain, tenant=claim.tenant_id, is_primary=False).delete()
        audit.record("domain.removed", actor=actor, about=_about(claim))
        claim.delete()
        transaction.on_commit(hosts.forget)


def work(held: Lease) -> None:
    """Look at the DNS as the job says, and write the job for the next look."""
    claim = DomainClaim.objects.filter(pk=str(held.ids["claim_id"]), tenant=current.tenant()).first()
    if claim is None:
        return
    _look(claim, actor=audit.by_system())
    if claim.proven_at is None:
        _after_a_miss(claim, since=datetime.fromtimestamp(int(held.ids["since"]), tz=timezone.get_default_timezone()))
    elif not claim.problem:
        _look_again(claim, after=WEEK)
    elif claim.problem == NO_ANSWER:
        _look_again(claim, after=HOUR, ids={key: int(held.ids[key]) for key in ("gone", "warned") if key in held.ids})
    else:
        _after_a_loss(claim, held.ids)


def _look(claim: DomainClaim, *, actor: Actor) -> None:
    """Ask the DNS, and write down what it said; a proof makes the host name lead here."""
    try:
        proven = claim.proof in dns.txt(f"{LABEL}.{claim.domain}")
        problem = "" if proven else GONE if claim.proven_at else NOT_YET
    except DnsError:
        proven, problem = False, NO_ANSWER
    claim.checked_at, claim.problem = timezone.now(), problem
    if proven and claim.proven_at is None:
        _prove(claim, actor)
    claim.save(update_fields=["checked_at", "problem", "proven_at"])


def _prove(claim: DomainClaim, actor: Actor) -> None:
    try:
        with transaction.atomic():
            Domain.objects.create(domain=claim.domain, tenant=claim.tenant, is_primary=False)
            DomainClaim.objects.filter(pk=claim.pk).update(proven_at=timezone.now())
            audit.record("domain.proven", actor=actor, about=_about(claim))
            transaction.on_commit(hosts.forget)
    except IntegrityError:
        claim.problem = TAKEN
        return
    claim.proven_at = timezone.now()


def _after_a_miss(claim: DomainClaim, *, since: datetime) -> None:
    """Look ever more seldom, and no more after a week."""
    age = timezone.now() - since
    if age > LOOKS_FOR:
        DomainClaim.objects.filter(pk=claim.pk).update(problem=NEVER_CAME)
        return
    _look_again(claim, after=min(max(age, SOONEST), LATEST), ids={"since": int(since.timestamp())})


def _after_a_loss(claim: DomainClaim, before: Mapping[str, str | int]) -> None:
    """A proof that is gone takes nothing away: it is looked for each day, and missed aloud after a week."""
    now = int(timezone.now().timestamp())
    ids = {"gone": int(before.get("gone", now)), "warned": int(before.get("warned", 0))}
    if now - ids["gone"] >= WEEK.total_seconds() and not ids["warned"]:
        ids["warned"] = 1
        audit.record("domain.proof_missed", actor=audit.by_system(), about=_about(claim))
    _look_again(claim, after=DAY, ids=ids)


def _look_again(claim: DomainClaim, *, after: timedelta, ids: Mapping[str, int] | None = None) -> None:
    jobs.write(KIND, {"claim_id": str(claim.id), **(ids or {})}, key=str(claim.id), run_at=timezone.now() + after)


def _named(text: str) -> str:
    """The host name that was meant, in ASCII; ParameterError when it is none that a company can own."""
    wrong = ParameterError(gettext("domain: write a name of yours, like help.example.com."), param="domain")
    bare = re.sub(r"\Ahttps?://", "", text.strip(), flags=re.IGNORECASE).rstrip("/").rstrip(".")
    try:
        domain = idna.encode(bare, uts46=True, std3_rules=True).decode()
        public_addresses.parse(domain)
    except (idna.IDNAError, UnicodeError):
        raise wrong from None
    except ValueError:
        pass  # it is no address, so it may be a name
    else:
        raise wrong
    if "." not in domain or len(domain) > 240 or domain.rpartition(".")[2].isdecimal():
        raise wrong
    for own in settings.PUBLIC_HOSTS:
        if domain == own or domain.endswith(f".{own}"):
            raise ParameterError(gettext("domain: this is Baton's own; write a name of yours."), param="domain")
    return domain


def _about(claim: DomainClaim) -> About:
    return About("domain", str(claim.id), claim.domain)
