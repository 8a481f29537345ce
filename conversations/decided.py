"""What a turn decided, as plain values; `conversations.turn` makes them and carries them out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.answering import Answer, Unsure
from assistant.models import Mode, Tone
from assistant.skills.outcomes import Served
from assistant.skills.task import Task
from conversations.control_room.risk import Risk
from conversations.marking import Notice
from conversations.models import ControlRoomSettings, OversightAct
from escalation.facts import Facts
from escalation.rules import Approval, Considered, HandOver, Marks

Outcome = Answer | Unsure | HandOver | Served


@dataclass(frozen=True)
class Manner:
    """How far the assistant acts by itself, and the topic that was asked about ("" when it is none)."""

    mode: Mode = Mode.AUTOPILOT
    topic: str = ""
    tone: str = Tone.WARM
    draft_minutes: int = 3


@dataclass(frozen=True)
class Decided:
    """What a turn decided: the facts, the rules' version, the outcome, and the answer that an agent could use.

    The outcome is what the assistant would do by itself; `manner` says how far it may, and an `approval` that a rule
    lets an agent look at it first. `engine` made the answer.
    `skill` answered or gave its task up, and `task` is the state of the dialogue after this turn.
    `considered` has the rules that held and those that nearly did, `marks` what they put on the conversation,
    and `notices` whom they tell.
    """

    seen: Facts
    rules_version: int
    outcome: Outcome
    best: Answer | None
    manner: Manner = Manner()
    engine: str = ""
    skill: str = ""
    task: Task | None = None
    approval: Approval | None = None
    considered: Considered | None = None
    marks: Marks = field(default_factory=Marks)
    notices: tuple[Notice, ...] = ()
    model_versions: Mapping[str, str] = field(default_factory=dict)
    rules_problem: str = ""  # why the rules could not be read, where they could not
    risk: Risk | None = None  # how grave the conversation stands now; None where nobody waits for the answer
    room: ControlRoomSettings = field(default_factory=ControlRoomSettings)  # by which its tier is judged
    checked: str = ""  # why an agent looks first although neither mode nor rule asks for it: the tier of the risk
    guided: OversightAct | None = None  # by which a supervisor's instruction was followed, or was to be
    unfollowed: str = ""  # why it could not be followed
    held: str = ""  # why all of the reply waits for a yes, whatever it says

    @property
    def tone(self) -> str:
        """How the assistant's own words sound."""
        return self.manner.tone

    @property
    def is_off(self) -> bool:
        """Whether the assistant takes no part in this, not even with a draft."""
        return self.manner.mode == Mode.OFF

    @property
    def answer(self) -> Answer | None:
        """The answer that the assistant would give by itself; None where it would give none."""
        waits = self.approval is not None or self.checked or self.held
        return self.outcome if isinstance(self.outcome, Answer) and not waits else None
