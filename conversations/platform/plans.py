"""The plans, as the public site tells them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """What a company subscribes to."""

    name: str
    for_whom: str
    unit: str
    brings: tuple[str, ...]


PLANS = (
    Plan(
        "Free",
        "For the first steps, and for a quiet inbox.",
        "Two seats",
        ("2 people at the desk", "100 conversations a month solved by the assistant alone", "30 days of history"),
    ),
    Plan(
        "Team",
        "For a team that answers every day.",
        "By the seat",
        ("As many people as you have seats", "A bundle of solved conversations with each seat", "All of your history"),
    ),
    Plan(
        "Business",
        "For companies with a sign-in of their own.",
        "By the seat",
        (
            "Everything in Team",
            "Single sign-on by OpenID Connect",
            "Passwords off, if your own sign-in is to be the only one",
        ),
    ),
)
IN_EVERY_PLAN = (
    ("The assistant", "answers from your articles, names its source, and says when it does not know."),
    ("The handover", "with reason, evidence, known facts and a summary. A handover never costs anything."),
    ("Your rules", "for what goes to a person, with every version kept."),
    ("The chat and e-mail", "in seven languages, on your own domain if you like."),
    ("Teams and hours", "with roles from owner to viewer, and a second factor. Viewers are free."),
    ("Your data", "in a schema of its own: export it, erase a customer, close the workspace. An audit log of it all."),
)
