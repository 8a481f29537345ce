"""Who may call what of a company's plan and use."""

from tests.isolation.row import Row, Who

UNLIMITED = {"overage": True, "overage_limit_cents": None}


def rows() -> list[Row]:
    """Admins read what is used and what it costs; so do programs that may read billing."""
    billing, reads = "/api/v1/billing", "billing:read"
    return [
        Row("GET", billing, Who.ADMIN, reads),
        Row("GET", f"{billing}/usage/days", Who.ADMIN, reads),
        Row("PATCH", f"{billing}/limits", Who.ADMIN, body=UNLIMITED, answers=(409,)),  # nobody is billed here
    ]
