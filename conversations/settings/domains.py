"""The company's own host names as its settings show them."""

from typing import Any

from django.core.exceptions import ValidationError

from conversations import wire
from tenants import claims, current
from tenants.errors import NotFoundError
from tenants.models import Domain, DomainClaim

Json = dict[str, Any]


def access_claim(claim_id: str) -> DomainClaim:
    """The company's claim with this id; NotFoundError when it has none."""
    try:
        return current.tenant().claims.get(pk=claim_id)
    except (DomainClaim.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such domain here.", param="domain_id") from error


def listed() -> list[Json]:
    """All host names that the company claimed, the first one first."""
    primary = _primary()
    return [_shown(claim, primary) for claim in current.tenant().claims.order_by("created_at", "id")]


def shown(claim: DomainClaim) -> Json:
    """One host name with what proves it."""
    return _shown(claim, _primary())


def _primary() -> str | None:
    return Domain.objects.filter(tenant=current.tenant(), is_primary=True).values_list("domain", flat=True).first()


def _shown(claim: DomainClaim, primary: str | None) -> Json:
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
