"""Who changes or publishes the rules at the same moment does so one after the other."""

import threading
from collections import Counter
from collections.abc import Callable

from escalation import drafting, versions
from escalation.drafting import DraftChangedError
from escalation.models import RuleBookVersion
from tenants import current
from tenants.errors import NotFoundError
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast
from tests.rules.conftest import angrier, document

ME = audit.by_system("the tests")


def at_once(acme: Tenant, *acts: Callable[[], object]) -> Counter[str]:
    """How the acts ended, done at the same moment by a connection each."""
    ends: Counter[str] = Counter()
    together = threading.Barrier(len(acts))

    def do(act: Callable[[], object]) -> None:
        try:
            with current.entered(acme):
                together.wait()
                act()
            ends["done"] += 1
        except (DraftChangedError, NotFoundError) as error:
            ends[type(error).__name__] += 1
        finally:
            current.connection.close()

    threads = [threading.Thread(target=do, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_one_of_those_who_write_at_once_is_first_and_a_draft_is_published_once(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        cast.rules()

    def keep() -> None:
        drafting.keep(angrier(), revision=0, based_on=None, actor=ME)

    def publish() -> None:
        drafting.publish(revision=1, note="", actor=ME)

    assert at_once(acme, keep, keep, keep) == {"done": 1, "DraftChangedError": 2}
    assert at_once(acme, publish, publish, publish) == {"done": 1, "NotFoundError": 2}
    both = at_once(acme, *[lambda: versions.publish(document(), by=ME)] * 3)
    assert both == {"done": 3}
    with current.entered(acme):
        assert list(RuleBookVersion.objects.values_list("number", flat=True)) == [5, 4, 3, 2, 1]
