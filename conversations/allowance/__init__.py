"""What the plan allows of the assistant's work: the cap, the warnings on the way to it, and what it comes to."""

from tenants import jobs

WARNINGS = "usage_warnings"  # the kind of the job that looks whether anybody has to be told


def soon() -> None:
    """Look soon whether people have to be told how much is used, in the transaction of what changed it."""
    jobs.write(WARNINGS, {}, key=WARNINGS)
