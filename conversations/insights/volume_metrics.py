"""The metrics of volume: how much there was, how fast, at what cost."""

from django.db.models import Q
from django.utils.translation import gettext_noop

from conversations.insights.measures import Cost, Median, Number, Parts, Share, Total
from conversations.insights.metric import (
    ANSWERED,
    BY_ASSISTANT,
    BY_PEOPLE,
    EVERY,
    LASTING,
    Better,
    Clock,
    Group,
    Metric,
    Unit,
)
from conversations.models import Part

VOLUME = (
    Metric(
        "volume",
        gettext_noop("Conversations"),
        Group.VOLUME,
        Unit.COUNT,
        None,
        Number(EVERY),
        gettext_noop("Conversations that began, or were opened again."),
        gettext_noop(
            "The number of conversations that customers began or opened again. What was merged into another "
            "conversation is counted there alone."
        ),
        clock=Clock.BEGAN,
    ),
    Metric(
        "backlog",
        gettext_noop("Backlog"),
        Group.VOLUME,
        Unit.COUNT,
        Better.DOWN,
        Number(Q()),
        gettext_noop("Conversations that were still open."),
        gettext_noop("The number of conversations that had begun and not ended."),
        clock=Clock.OPEN,
    ),
    Metric(
        "first_reply",
        gettext_noop("First reply"),
        Group.VOLUME,
        Unit.SECONDS,
        Better.DOWN,
        Median(Q(first_reply__isnull=False), "first_reply"),
        gettext_noop("From the customer's first words until the first reply by anybody."),
        gettext_noop(
            "The median time from the customer's first words until the first words of the assistant or a person."
        ),
        clock=Clock.BEGAN,
    ),
    Metric(
        "first_reply_assistant",
        gettext_noop("First reply, assistant"),
        Group.VOLUME,
        Unit.SECONDS,
        Better.DOWN,
        Median(Q(assistant_first_reply__isnull=False), "assistant_first_reply"),
        gettext_noop("From the customer's first words until the assistant's first words."),
        gettext_noop(
            "The median time from the customer's first words until the first words of the assistant, where it spoke."
        ),
        clock=Clock.BEGAN,
    ),
    Metric(
        "first_reply_agent",
        gettext_noop("First reply, people"),
        Group.VOLUME,
        Unit.SECONDS,
        Better.DOWN,
        Median(Q(person_first_reply__isnull=False), "person_first_reply"),
        gettext_noop("From the customer's first words until a person's first words."),
        gettext_noop(
            "The median time from the customer's first words until the first words of a person, where one spoke; the "
            "time with the assistant before is part of it."
        ),
        clock=Clock.BEGAN,
    ),
    Metric(
        "handle_time",
        gettext_noop("Handle time of people"),
        Group.VOLUME,
        Unit.SECONDS,
        Better.DOWN,
        Median(BY_PEOPLE, "handle_seconds"),
        gettext_noop("Working time of people for a conversation."),
        gettext_noop(
            "The median working time of people in conversations that they answered: the time in which a person held "
            "it, without snoozed time and with each silence of the customer cut at 5 minutes. Time of the assistant "
            "is never part of it."
        ),
    ),
    Metric(
        "sla_met",
        gettext_noop("Kept in time"),
        Group.VOLUME,
        Unit.SHARE,
        Better.UP,
        Parts("sla_met", "sla_missed"),
        gettext_noop("Service promises (SLA) that were met."),
        gettext_noop(
            "Of the clocks of your SLA policies that ended in these conversations, those that ended in time: first "
            "reply, next replies and resolution together."
        ),
    ),
    Metric(
        "assistant_share",
        gettext_noop("Share of the assistant"),
        Group.VOLUME,
        Unit.SHARE,
        None,
        Share(ANSWERED, Q(part=Part.ASSISTANT)),
        gettext_noop("Conversations in which only the assistant spoke."),
        gettext_noop(
            "Of the conversations that ended and were answered, those in which the assistant alone answered, also "
            "where the customer waited for a person in vain."
        ),
    ),
    Metric(
        "deflection",
        gettext_noop("Deflection"),
        Group.VOLUME,
        Unit.SHARE,
        None,
        Share(BY_ASSISTANT, Q(part=Part.ASSISTANT, handovers=0)),
        gettext_noop("Conversations that the assistant began and that never needed the desk."),
        gettext_noop(
            "Of the conversations that ended and in which the assistant spoke, those that were never handed over and "
            "in which no person spoke. It says nothing about whether the customer was helped: see resolution quality."
        ),
    ),
    Metric(
        "cost_per_resolution",
        gettext_noop("Cost of a lasting resolution"),
        Group.VOLUME,
        Unit.MONEY,
        Better.DOWN,
        Cost(EVERY, LASTING),
        gettext_noop("What all conversations cost, by how many of them stayed solved."),
        gettext_noop(
            "Working time of people at your cost of an hour, and tokens of the language model at their price, of all "
            "conversations that ended, divided by the number of those that stayed solved (see resolution quality). An "
            "admin sets both prices."
        ),
        settled=True,
    ),
    Metric(
        "model_tokens",
        gettext_noop("Tokens of the language model"),
        Group.VOLUME,
        Unit.COUNT,
        None,
        Total(EVERY, "model_tokens"),
        gettext_noop("Tokens that the language model read and wrote."),
        gettext_noop(
            "The number of tokens, read and written, of the calls of the language model for conversations that ended. "
            "Baton's own engine uses none."
        ),
    ),
)
