"""The company's own host names as its settings show them."""

from typing import Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import wire
from tenants import claims, current
from tenants.claims import DnsRecord
from tenants.errors import NotFoundError
from tenants.models import Domain, DomainClaim


class CompanyDomain(TypedDict):
    """A host name of the company."""

    id: str
    domain: str
    state: Literal["waiting", "live"]
    record: DnsRecord
    points_to: str | None
    """The workspace's own host, to which the domain has to lead."""
    problem: str | None
    """Why the last look at the DNS did not find the record; null when it did."""
    checked_at: str | None
    primary: bool
    """The name that Baton itself uses in addresses."""


def access_claim(claim_id: str) -> DomainClaim:
    """The company's claim with this id; NotFoundError when it has none."""
    try:
        return current.tenant().claims.get(pk=claim_id)
    except (DomainClaim.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such domain here."), param="domain_id") from error


def listed() -> list[CompanyDomain]:
    """All host names that the company claimed, the first one first."""
    primary = _primary()
    return [_shown(claim, primary) for claim in current.tenant().claims.order_by("created_at", "id")]


def shown(claim: DomainClaim) -> CompanyDomain:
    """One host name with what proves it."""
    return _shown(claim, _primary())


def _primary() -> str | None:
    return Domain.objects.filter(tenant=current.tenant(), is_primary=True).values_list("domain", flat=True).first()


def _shown(claim: DomainClaim, primary: str | None) -> CompanyDomain:
    return {
        "id": claim.id,
        "domain": claim.domain,
        "state": "live" if claim.proven_at else "waiting",
        "record": claims.record_of(claim),
        "points_to": primary,
        "problem": claim.problem or None,
        "checked_at": wire.stamp(claim.checked_at) if claim.checked_at else None,
        "primary": claim.domain == primary,
    }
