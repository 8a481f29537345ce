"""The kinds of slot: how each is found in free text and checked."""

from collections.abc import Mapping

from assistant.skills.leads import kinds as leads
from assistant.skills.orders import kinds as orders
from assistant.skills.slots import (
    addresses,
    choices,
    figures,
    mailboxes,
    moments,
    names,
    numbers,
    results,
    service,
    texts,
    wishes,
)
from assistant.skills.slots.kinds import Around, Found, Kind

__all__ = ["KINDS", "Around", "Found", "Kind"]

KINDS: Mapping[str, Kind] = {
    "email": addresses.EMAIL,
    "phone": addresses.PHONE,
    "order": numbers.ORDER,
    "ticket": numbers.TICKET,
    "worked": results.WORKED,
    "lost_mailbox": mailboxes.LOST_MAILBOX,
    "text": texts.TEXT,
    "name": names.NAME,
    "choice": choices.CHOICE,
    "yes_no": choices.YES_NO,
    "whole": figures.WHOLE,
    "money": figures.MONEY,
    "wish": wishes.WISH,
    "date": moments.DATE,
    "days": moments.DAYS,
    "each_days": moments.EACH_DAYS,
    "time": moments.TIME,
    "moment": moments.MOMENT,
    "service": service.SERVICE,
    "need": leads.NEED,
    "quantity": leads.QUANTITY,
    "timing": leads.TIMING,
    "order_item": orders.ORDER_ITEM,
    "reason": orders.REASON,
    "postal": orders.POSTAL,
    "contact_part": orders.CONTACT_PART,
}
