"""Which companies somebody works for, found by their e-mail address."""

from dataclasses import dataclass

from agents.models import Agent
from tenants import current, origins
from tenants.models import Tenant

AT_ONCE = 200  # schemas in one question: each costs the server two locks
ONE = "SELECT '{schema}'::text FROM {table} WHERE email = %(email)s AND is_active"


@dataclass(frozen=True)
class Workspace:
    """A company, and where its people sign in."""

    name: str
    sign_in: str


def of(email: str, *, origin: str) -> list[Workspace]:
    """The companies that have an active agent with this address, by name. Slow with many companies: for jobs."""
    tenants = {str(tenant.schema_name): tenant for tenant in Tenant.objects.filter(suspended_at=None).order_by("name")}
    known = _schemas_with(email.lower(), list(tenants))
    return [
        Workspace(tenant.name, f"{origins.of_tenant(tenant, seen_from=origin)}/sign-in/")
        for schema, tenant in tenants.items()
        if schema in known
    ]


def _schemas_with(email: str, schemas: list[str]) -> set[str]:
    quote = current.connection.ops.quote_name
    found: set[str] = set()
    with current.connection.cursor() as cursor:
        for start in range(0, len(schemas), AT_ONCE):
            questions = [
                ONE.format(schema=schema, table=f"{quote(schema)}.{quote(Agent._meta.db_table)}")
                for schema in schemas[start : start + AT_ONCE]
            ]
            cursor.execute(" UNION ALL ".join(questions), {"email": email})
            found |= {schema for (schema,) in cursor.fetchall()}
    return found
