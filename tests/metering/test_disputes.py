"""A company disputes a line: credited at once while that is rare, else somebody looks at it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from billing import disputes, ledger
from billing.errors import NotPossibleNowError
from billing.models import Credit, CreditReason, Dispute, DisputeState, Resolution
from tenants.errors import NotFoundError
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.metering.units import ALICE, OPERATOR, counted


def raised(unit: Resolution) -> Dispute:
    """Alice disputes it."""
    return disputes.raise_for(str(unit.id), reason="They asked for Maya.", actor=ALICE)


def test_the_first_disputes_of_a_period_are_credited_at_once_and_then_somebody_looks(in_acme: Tenant) -> None:
    units = counted(7)
    made = [raised(unit) for unit in units]
    assert [one.state for one in made] == [DisputeState.UPHELD] * 5 + [DisputeState.OPEN] * 2
    assert list(disputes.open_ones()) == made[5:]
    assert Credit.objects.filter(reason=CreditReason.DISPUTED).count() == 5
    assert (disputes.at_once(99), disputes.at_once(400)) == (5, 20)
    upheld = disputes.decide(str(made[5].id), uphold=True, answer="You are right.", by=OPERATOR)
    declined = disputes.decide(str(made[6].id), uphold=False, answer="Maya is the assistant's name.", by=OPERATOR)
    assert (upheld.decided_by, declined.state) == ("Olga Operator", DisputeState.DECLINED)
    assert Credit.objects.count() == 6
    assert not disputes.open_ones().exists()
    with pytest.raises(NotPossibleNowError, match="decided already"):
        disputes.decide(str(made[6].id), uphold=True, answer="", by=OPERATOR)
    assert Credit.objects.count() == 6
    assert AuditEntry.objects.filter(action="resolution.disputed", actor_id="agt_alice").count() == 7
    assert AuditEntry.objects.filter(action="resolution.dispute_decided").count() == 2


def test_a_line_is_disputed_once_and_not_when_it_was_credited_or_is_old(in_acme: Tenant) -> None:
    first, credited, old = counted(3)
    raised(first)
    with pytest.raises(NotPossibleNowError, match="disputed already"):
        raised(first)
    ledger.credit(credited, CreditReason.REOPENED)
    with pytest.raises(NotPossibleNowError, match="credited already"):
        raised(credited)
    Resolution.objects.filter(pk=old.pk).update(counted_at=timezone.now() - timedelta(days=61))
    with pytest.raises(NotPossibleNowError, match="60 days"):
        raised(old)
    assert (Dispute.objects.count(), Credit.objects.count()) == (1, 2)


@pytest.mark.parametrize("wrong", ["res_00000000000000000000000000", "conv_1", ""])
def test_what_is_no_line_cannot_be_disputed(in_acme: Tenant, wrong: str) -> None:
    with pytest.raises(NotFoundError):
        disputes.raise_for(wrong, reason="No.", actor=ALICE)
    with pytest.raises(NotFoundError):
        disputes.decide(wrong, uphold=True, answer="", by=OPERATOR)
