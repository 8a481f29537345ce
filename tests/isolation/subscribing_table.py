"""Who may call what of subscribing. Nobody is billed here; what would be at Stripe is tried in tests/subscribing."""

from tests.isolation.row import Row, Who

SEATS = {"plan": "team", "interval": "month", "seats": 3}


def rows() -> list[Row]:
    """Admins read and spend; programs that may read billing read."""
    billing, reads, nobody = "/api/v1/billing", "billing:read", (409,)
    change = {**SEATS, "at": "2026-11-23T12:00:00Z"}
    return [
        Row("GET", f"{billing}/plans", Who.ADMIN, reads),
        Row("POST", f"{billing}/checkout", Who.ADMIN, body=SEATS, answers=nobody),
        Row("GET", f"{billing}/checkout/{{row}}", Who.ADMIN, answers=nobody),
        Row("POST", f"{billing}/preview", Who.ADMIN, body=SEATS, answers=nobody),
        Row("POST", f"{billing}/change", Who.ADMIN, body=change, answers=nobody),
        Row("POST", f"{billing}/cancel", Who.ADMIN, body={"reason": "unused"}, answers=nobody),
        Row("POST", f"{billing}/resume", Who.ADMIN, body={}, answers=nobody),
        Row("POST", f"{billing}/pay", Who.ADMIN, body={}, answers=nobody),
        Row("POST", f"{billing}/portal", Who.ADMIN, body={}, answers=nobody),
        Row("GET", f"{billing}/invoices", Who.ADMIN, reads),
        Row("GET", f"{billing}/details", Who.ADMIN, reads),
        Row("PATCH", f"{billing}/details", Who.ADMIN, body={"city": "Bonn"}, answers=nobody),
        Row("POST", f"{billing}/tax_ids", Who.ADMIN, body={"kind": "eu_vat", "value": "DE123456789"}, answers=nobody),
        Row("DELETE", f"{billing}/tax_ids/{{row}}", Who.ADMIN, answers=nobody),
    ]
