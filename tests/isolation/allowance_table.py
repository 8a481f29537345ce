"""Who may call what of a company's plan and use."""

from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Admins read what is used and what it costs; so do programs that may read billing."""
    billing, reads = "/api/v1/billing", "billing:read"
    return [
        Row("GET", billing, Who.ADMIN, reads),
    ]
