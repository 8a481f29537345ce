"""The form before a chat: what it asks of whom, and how the answers are kept.

Whoever is known is not asked again. What is typed proves nothing: an address stays an address to answer to.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from typing_extensions import TypedDict

from conversations import called, log, receive, wire
from conversations.models import Channel, Conversation, Customer, Status, WidgetSettings
from conversations.waiting import phones
from conversations.widget import spoken
from tenants import current
from tenants.errors import ParameterError

Json = dict[str, Any]
When = Literal["off", "first", "person"]
Need = Literal["off", "optional", "required"]
Kind = Literal["name", "email", "phone", "text", "choice"]
CONTACTS: Sequence[Literal["name", "email", "phone"]] = ("name", "email", "phone")
LONGEST, LONGEST_NAME = 300, 120


class FormQuestion(TypedDict):
    """A question of the company's own."""

    id: str
    words: dict[str, str]
    """By language."""
    options: list[dict[str, str]]
    """To choose from, each by language; free words when empty."""
    is_required: bool


class FormConsent(TypedDict):
    """What a visitor agrees to."""

    words: dict[str, str]
    """By language."""
    url: str
    """Where it is written at length; may be empty."""


class PreChatForm(TypedDict):
    """What the company asks, and when: never, before the first message, or when a person is asked for."""

    when: When
    name: Need
    email: Need
    phone: Need
    questions: list[FormQuestion]
    consent: FormConsent | None


class WidgetField(TypedDict):
    """A field of the form as one visitor sees it."""

    name: str
    """Names the field in the answer, and in an error."""
    kind: Kind
    label: str
    """Empty where the widget has words of its own."""
    options: list[str]
    required: bool


class WidgetConsent(TypedDict):
    """What the visitor agrees to."""

    words: str
    url: str


class WidgetForm(TypedDict):
    """What is still to be asked of one visitor."""

    when: When
    fields: list[WidgetField]
    consent: WidgetConsent | None


class FormAnswer(TypedDict):
    """What somebody filled in; nobody proved it."""

    name: str
    label: str
    """In the company's language; empty for name, e-mail and phone."""
    value: str


NOTHING: PreChatForm = {"when": "off", "name": "off", "email": "off", "phone": "off", "questions": [], "consent": None}


def of_company(settings: WidgetSettings | None) -> PreChatForm:
    """The company's form."""
    return cast("PreChatForm", {**NOTHING, **(settings.form if settings is not None else {})})


def answers(customer: Customer) -> list[FormAnswer]:
    """What the customer filled in."""
    return cast("list[FormAnswer]", customer.form_answers.get("answers", []))


def asked(form: PreChatForm, customer: Customer, conversation: Conversation | None) -> WidgetForm | None:
    """What is still to be asked of the customer; None when that is nothing, or they are in a conversation already."""
    goes_on = conversation is not None and conversation.status != Status.RESOLVED
    if form["when"] == "off" or (form["when"] == "first" and goes_on):
        return None
    passed = _passed(customer)
    fields = [one for one in _fields(form, customer.language) if one["name"] not in passed]
    consent = _consent(form, customer)
    if not fields and consent is None:
        return None
    return {"when": form["when"], "fields": fields, "consent": consent}


def fill_in(customer: Customer, told: Mapping[str, str], *, consent: bool) -> None:
    """Keep what a visitor filled in; what is not asked of them is passed over.

    Raises ParameterError naming the field that is wrong. A customer who never wrote is stored now; the newest words
    for a field win.
    """
    settings = WidgetSettings.objects.first()
    form = of_company(settings)
    wanted = asked({**form, "when": "person"} if form["when"] == "first" else form, customer, None)
    if wanted is None:
        return
    given = [_answer(form, one, told) for one in wanted["fields"]]
    if wanted["consent"] is not None and not consent:
        raise ParameterError("consent: this is needed.", param="consent")
    with log.begin(customer) as locked:
        _keep(locked, [one for one in given if one is not None], wanted)
    customer.name, customer.form_answers = locked.name, locked.form_answers
    _answer_there(locked)


def _passed(customer: Customer) -> set[str]:
    """The fields that need not be asked: known, or asked before."""
    found = {*customer.form_answers.get("asked", ())}
    found |= {"name"} if customer.own_name else set()
    found |= {"email"} if customer.email else set()
    return found | ({"phone"} if customer.attributes.get("phone") else set())


def _fields(form: PreChatForm, language: str) -> list[WidgetField]:
    first = _companys()
    contacts: list[WidgetField] = [
        {"name": one, "kind": one, "label": "", "options": [], "required": form[one] == "required"}
        for one in CONTACTS
        if form[one] != "off"
    ]
    own: list[WidgetField] = [
        {
            "name": one["id"],
            "kind": "choice" if one["options"] else "text",
            "label": spoken.of(one["words"], language, company=first),
            "options": [spoken.of(words, language, company=first) for words in one["options"]],
            "required": one["is_required"],
        }
        for one in form["questions"]
    ]
    return [*contacts, *own]


def _consent(form: PreChatForm, customer: Customer) -> WidgetConsent | None:
    consent = form["consent"]
    if consent is None or customer.form_answers.get("consent"):
        return None
    return {"words": spoken.of(consent["words"], customer.language, company=_companys()), "url": consent["url"]}


def _answer(form: PreChatForm, field: WidgetField, told: Mapping[str, str]) -> FormAnswer | None:
    """The answer as it is kept; None where there is none and none is needed."""
    name = field["name"]
    said = " ".join(told.get(name, "").split())
    if not said:
        if field["required"]:
            raise ParameterError(f"{name}: this is needed.", param=name)
        return None
    if len(said) > (LONGEST_NAME if field["kind"] == "name" else LONGEST) or not said.isprintable():
        raise ParameterError(f"{name}: write it in fewer letters, without signs that cannot be shown.", param=name)
    match field["kind"]:
        case "email":
            said = _address(said)
        case "phone":
            said = phones.parsed(said, zone=current.tenant().time_zone)
        case "choice":
            said = _chosen(form, field, said)
    own = next((one for one in form["questions"] if one["id"] == name), None)
    return {"name": name, "label": spoken.of(own["words"], _companys(), company="") if own else "", "value": said}


def _address(said: str) -> str:
    try:
        validate_email(said)
    except ValidationError as error:
        raise ParameterError("email: write an address such as name@example.com.", param="email") from error
    return said.lower()


def _chosen(form: PreChatForm, field: WidgetField, said: str) -> str:
    """The option in the company's language, in whatever language it was chosen."""
    options = next(one["options"] for one in form["questions"] if one["id"] == field["name"])
    for option, shown in zip(options, field["options"], strict=True):
        if said == shown or said in option.values():
            return spoken.of(option, _companys(), company="")
    raise ParameterError(f"{field['name']}: choose one of what is offered.", param=field["name"])


def _keep(customer: Customer, given: Sequence[FormAnswer], wanted: WidgetForm) -> None:
    """Write down the answers, what was asked and what was agreed to; the customer is locked."""
    kept, now = customer.form_answers, wire.stamp(timezone.now())
    newest = {one["name"]: one for one in (*answers(customer), *given)}
    names = dict.fromkeys([*kept.get("asked", ()), *(one["name"] for one in wanted["fields"])])
    customer.form_answers = {**kept, "answers": list(newest.values()), "asked": list(names), "at": now}
    if wanted["consent"] is not None:
        customer.form_answers["consent"] = {**wanted["consent"], "at": now}
    customer.save(update_fields=["form_answers"])
    called.as_told(customer, newest["name"]["value"] if "name" in newest else "")


def _answer_there(customer: Customer) -> None:
    """The desk's answer in a conversation under way goes to the address, too; one that begins has it from the start."""
    found = receive.current_conversation(customer)
    address = log.answer_to(customer)
    if found is None or not address or found.answer_to or found.channel != Channel.WIDGET:
        return
    with log.writing(str(found.id)) as conversation:
        conversation.answer_to = conversation.answer_to or address


def _companys() -> str:
    return str(current.tenant().languages[0])
