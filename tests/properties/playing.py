"""How machines are played: how many examples of how many steps, each beginning from the same stored state."""

import os
from contextlib import ExitStack

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

LONG = os.environ.get("BATON_PROPERTIES") == "long"
EXAMPLES, STEPS = (100, 50) if LONG else (12, 30)
PHASES = tuple(Phase) if LONG else (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking takes minutes


def play(machine: type[RuleBasedStateMachine], *, share: float = 1.0) -> None:
    """Play the machine's examples, or `share` times as many in the short form, by what each costs.

    Raises what the shortest failing one raised.
    """
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES if LONG else round(EXAMPLES * share),
            stateful_step_count=STEPS,
            deadline=None,
            phases=PHASES,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


class RolledBack(RuleBasedStateMachine):
    """A machine whose examples all begin with the database as the test set it up, and leave nothing in it."""

    def __init__(self) -> None:
        super().__init__()
        self._example = ExitStack()
        self._example.enter_context(transaction.atomic())

    def teardown(self) -> None:
        """Take back all that the example wrote."""
        transaction.set_rollback(True)
        self._example.close()
