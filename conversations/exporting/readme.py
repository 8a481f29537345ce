"""What the read-me of a zip says."""

from datetime import datetime

WORKSPACE = """\
Everything that {company} keeps in Baton, as of {moment} (UTC).

data/*.jsonl    one table each, one JSON object a line (UTF-8). A long table has further files: messages.2.jsonl, ...
data/workspace.json    the company's settings and host names
files/          what was uploaded in conversations, each under its id and name; attachments.jsonl says whose it is
logo.*          the company's logo, where it has one

Every row names itself by its id, and other rows by theirs: conversation_id in messages.jsonl is an id of
conversations.jsonl. Times are in UTC.

The copy was made while work went on: a row that changed meanwhile is there as it was when its table was read.

Left out are secrets (passwords, keys, tokens and what is derived from them), who is signed in just now, and numbers
that Baton works out anew from the rest.
"""
CUSTOMER = """\
What {company} keeps in Baton about {customer}, as of {moment} (UTC). It answers a request for access to one's own data
and for a copy of it to take elsewhere (GDPR, articles 15 and 20).

data/customer.jsonl         who this is, as far as known
data/conversations.jsonl    the conversations
data/messages.jsonl         all that was written in them, by whom, as the customer saw it
data/attachments.jsonl      the files that were sent in them, or uploaded by the customer
data/mails_sent.jsonl       which mails went out, data/mails_received.jsonl which came in
data/decisions.jsonl        what was decided automatically after a message: to answer, or to ask a person
data/orders.jsonl, data/tickets.jsonl, data/persons.jsonl, data/appointments.jsonl
                            what is kept under the customer's e-mail address
data/actions.jsonl          what was done on the customer's behalf, such as a refund, and by which policy
files/                      the files themselves, each under its id and name

One JSON object a line, in UTF-8; times are in UTC.

Left out are the notes that the people of {company} write for each other, and how they divide their work: these hold
their own words and those of others.
"""


def of_workspace(company: str, moment: datetime) -> str:
    """For a copy of all that a company keeps."""
    return WORKSPACE.format(company=company, moment=f"{moment:%Y-%m-%d %H:%M}")


def of_customer(company: str, customer: str, moment: datetime) -> str:
    """For a copy of what is kept about one customer."""
    return CUSTOMER.format(company=company, customer=customer, moment=f"{moment:%Y-%m-%d %H:%M}")
