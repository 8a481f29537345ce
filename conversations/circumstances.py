"""In what circumstances a customer's message is decided about: by which channel, on what, when, and who is at work."""

from datetime import datetime
from zoneinfo import ZoneInfo

from agents.timetable import Timetable
from conversations.decided import Manner
from conversations.queries import Question
from escalation.circumstances import WEEKDAYS, Circumstances
from tenants import current


def of_turn(question: Question, manner: Manner, timetable: Timetable, *, now: datetime) -> Circumstances:
    """What the rules may know beside the words; of a written case neither the channel nor the time is known."""
    if question.is_case:
        return Circumstances(topic=manner.topic, mode=str(manner.mode))
    here = now.astimezone(ZoneInfo(current.tenant().time_zone))
    return Circumstances(
        topic=manner.topic,
        channel=str(question.conversation.channel),
        mode=str(manner.mode),
        weekday=WEEKDAYS[here.weekday()],
        clock=f"{here:%H:%M}",
        open=timetable.open_at(now),
    )
