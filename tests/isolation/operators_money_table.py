"""Who may call what of the operators' pages about plans and payments: operators, and nobody else."""

from tests.isolation.row import Row, Who

UNFOUNDED = {"plan": "business", "reason": ""}  # with a reason it writes to the other company, as it should
REFUND = {"amount": "5", "reason": "A day without us.", "once": "a"}


def rows() -> list[Row]:
    """All of it is about other companies."""
    at, company = "/operators/billing", "/operators/companies/{other_company}"
    decided = {"decision": "uphold", "answer": "You are right."}
    return [
        Row("GET", f"{at}/", Who.OPERATOR),
        Row("GET", f"{at}/disputes/", Who.OPERATOR),
        Row("GET", f"{at}/events/", Who.OPERATOR),
        Row("POST", f"{at}/events/{{row}}/replay/", Who.OPERATOR, answers=(404,)),
        Row("GET", f"{company}/billing/", Who.OPERATOR),
        Row("POST", f"{company}/billing/give/", Who.OPERATOR, form=UNFOUNDED, answers=(422,)),
        Row("POST", f"{company}/billing/take-back/", Who.OPERATOR, form={"reason": "It is over."}, answers=(302, 409)),
        Row("POST", f"{company}/billing/refund/{{row}}/", Who.OPERATOR, form=REFUND, answers=(404, 409)),
        Row("POST", f"{company}/disputes/{{row}}/", Who.OPERATOR, form=decided, answers=(404,)),
    ]
