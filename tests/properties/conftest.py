"""The company in which the machines play."""

import pytest

from tenants.models import Tenant
from tests import cast


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme, entered, with rules, articles and three agents who are online."""
    cast.rules()
    cast.knowledge()
    for name in ("ann", "bob", "cid"):
        cast.agent(name)
    return in_acme
