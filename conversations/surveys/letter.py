"""The letter that asks a customer whom the widget did not reach, as a job; following its links stores nothing."""

from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from conversations.models import AskedBy, Conversation, Survey
from conversations.outbound import addresses, composing
from conversations.surveys import asking, choosing, words
from conversations.words import say
from tenants import current, jobs, origins
from tenants.jobs import Lease
from tenants.post import HEADERS, MailNotTakenError, deliver


def work(held: Lease) -> None:
    """Ask by mail, unless the widget did meanwhile; MailNotTakenError when the letter was not taken.

    After the last try it counts as not asked. A crash in between sends it again under the same Message-ID.
    """
    found = Conversation.objects.select_related("customer").filter(pk=str(held.ids["conversation_id"])).first()
    if found is None or not choosing.can_mail():
        return
    survey = asking.put(found, by=AskedBy.MAIL, ended_seq=int(held.ids["ended_seq"]))
    if survey is None or survey.channel != AskedBy.MAIL or survey.answered_at is not None:
        return
    try:
        deliver(compose(survey))
    except MailNotTakenError:
        if held.attempt >= jobs.MOST_ATTEMPTS:
            asking.take_back(survey)
        raise


def link(survey: Survey) -> str:
    """The address of the survey's page."""
    return f"{origins.of_tenant(current.tenant(), seen_from=settings.ORIGIN)}/r/{asking.token(survey)}"


def compose(survey: Survey) -> EmailMultiAlternatives:
    """The letter as it leaves; a reply to it goes into the conversation."""
    conversation, company = survey.conversation, current.tenant().name
    language, here = conversation.language, link(survey)
    told = {
        "question": say(words.QUESTION, language),
        "about": say(words.ABOUT, language, date=words.day(survey.ended_at, language)),
        "choose": say(words.CHOOSE, language),
        "reply": say(words.STILL_OPEN, language),
        "stop": say(words.STOP, language),
    }
    labels = words.of(words.SATISFACTION, language)
    choices = [(f"{here}?s={step}", step, labels[step - 1]) for step in range(5, 0, -1)]
    reply_to = addresses.reply_to(str(conversation.id))
    letter = EmailMultiAlternatives(
        subject=composing.one_line(say(words.SUBJECT, language, company=company)),
        body=_as_text(told, choices, f"{here}/stop"),
        from_email=reply_to,  # of the envelope, as of all mail of a conversation
        to=[composing.one_line(conversation.customer.email)],
        reply_to=[reply_to],
        headers={
            **HEADERS,
            "From": formataddr((composing.one_line(company), addresses.sender())),
            "Message-ID": f"<{survey.id}@{addresses.host()}>",
            "List-Unsubscribe": f"<{here}/stop>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        },
    )
    context = {**told, "language": language, "accent": current.tenant().accent, "choices": choices, "here": here}
    letter.attach_alternative(render_to_string("conversations/survey_letter.html", context), "text/html")
    return letter


def _as_text(told: dict[str, str], choices: list[tuple[str, int, str]], stop: str) -> str:
    lines = [f"{step}  {label}\n{address}" for address, step, label in choices]
    foot = f"{told['reply']}\n\n{told['stop']}:\n{stop}"
    return "\n\n".join([told["question"], told["about"], *lines, told["choose"], foot]) + "\n"
