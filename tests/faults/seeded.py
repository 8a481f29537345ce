"""The seeded bugs: which switches bring each in, which story shows it, and which invariant it breaks."""

from dataclasses import dataclass

from tests.faults import stories
from tests.faults.stories import Story


@dataclass(frozen=True)
class Seeded:
    """One bug. `within` and `oldest_due` are the seconds that the story allows, less than the promised ones."""

    invariant: str
    switches: tuple[str, ...]
    story: Story
    within: float = 60.0
    oldest_due: float = 30.0


SEEDED = {
    "an acknowledgement before the commit": Seeded("I1", ("ack-before-the-commit",), stories.sent),
    "a repeated message is a new one": Seeded("I1", ("client-id-ignored",), stories.sent),
    "a number of the log is skipped": Seeded("I2", ("a-number-is-skipped",), stories.sent),
    "the resume leaves one event out": Seeded("I3", ("resume-leaves-one-out",), stories.away_for_a_moment),
    "one group for all conversations": Seeded("I4", ("events-for-everybody",), stories.two_customers),
    "an answer without the fence": Seeded("I5", ("no-fence", "slow-decision"), stories.taken_over_while_it_thinks),
    "parts of an answer after the takeover": Seeded(
        "I5", ("parts-after-the-takeover", "no-look-before-a-part", "slow-parts"), stories.taken_over_while_it_speaks
    ),
    "a claim without its epoch": Seeded("I6", ("claim-without-epoch",), stories.claimed_twice),
    "a handover that never comes to the queue": Seeded("I7", ("handover-without-queue",), stories.handed_over),
    "a conversation without its timer": Seeded("I7", ("no-timer",), stories.asked),
    "a message without its turn": Seeded("I8", ("no-job-for-the-turn",), stories.asked, within=1.5),
    "a job deleted before its work": Seeded(
        "I8", ("job-deleted-before-its-work",), stories.dies("turn-undecided"), within=3.0
    ),
    "a lease that never ends": Seeded("I8", ("lease-for-ever",), stories.dies("turn-undecided"), within=4.5),
    "a resolution told under another name each time": Seeded("I9", ("metered-under-a-new-name",), stories.thanked),
    "a resolution that is not counted": Seeded("I9", ("nothing-counted",), stories.thanked),
    "an event of Stripe that nobody looks at": Seeded("I10", ("stripe-not-followed",), stories.a_seat_is_bought),
    "a webhook marked as delivered that never left": Seeded("I11", ("webhook-never-leaves",), stories.answered),
    "a customer's words in a cache of all companies": Seeded("I12", ("words-in-the-cache",), stories.sent),
    "a key that is on no record": Seeded("I13", ("nothing-on-record",), stories.a_key_is_made),
    "a mail marked as sent that never left": Seeded("I11", ("mail-never-leaves",), stories.answered),
    "nobody looks for what is due": Seeded(
        "I14", ("listeners-see-nothing", "sweeper-sees-nothing"), stories.asked, oldest_due=1.0
    ),
}
