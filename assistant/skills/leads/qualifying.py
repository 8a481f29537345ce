"""The skill that asks somebody who may become a customer what a salesperson would ask first."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_noop

from assistant.records.contract import RecordsDownError
from assistant.skills import saying
from assistant.skills.contract import Act, Ask, Do, Scene, Skill, Slot, Step, Value
from assistant.skills.leads import words
from assistant.skills.leads.policy import FIELDS, REACH, LeadPolicy, describe, score
from assistant.words import Words, say

CURRENCY = "EUR"  # where nothing in the records has a price
KINDS = {
    "need": "need", "quantity": "quantity", "budget": "money", "when": "timing", "name": "name", "email": "email",
    "phone": "phone",
}  # fmt: skip
PURPOSES = {
    "need": "What they want, in their words",
    "quantity": "How many pieces or people it is about",
    "budget": "What they are ready to spend",
    "when": "By when they need it, in their words",
    "company": "For which company it is",
    "name": "Their name",
    "email": "Their e-mail address",
    "phone": "Their telephone number",
}


def _again(field: str) -> Words:
    return {code: say(words.AGAIN, code).format(asks=asks) for code, asks in words.ASKS[field].items()}


SLOTS = tuple(
    Slot(
        field,
        KINDS.get(field, "text"),
        label=words.LABELS[field],
        asks=words.ASKS[field],
        again=_again(field),
        purpose=PURPOSES[field],
        required=False,
    )
    for field, _ in FIELDS
)


def step(slots: Mapping[str, Value], scene: Scene[LeadPolicy]) -> Step:
    """The next field that the policy asks for; then the lead is kept, and told to whom it concerns."""
    told = _told(slots, scene)
    wanted = [field for field, _ in FIELDS if field in scene.policy.fields]
    if not set(wanted) & set(REACH):
        wanted.append("email")  # a lead that nobody can answer is none
    if "email" in told and not _is_address(told["email"]):
        return Ask(
            "email", say(words.AGAIN, scene.language).format(asks=say(words.ASKS["email"], scene.language)), wrong=True
        )
    missing = next((field for field in wanted if field not in told), None)
    if missing is not None:
        return Ask(missing, say(words.ASKS[missing], scene.language))
    return Do(_lead(told, slots, scene))


def _told(slots: Mapping[str, Value], scene: Scene[LeadPolicy]) -> dict[str, str]:
    """What is known, by field, in canonical form: what was said, before what was known."""
    known = {"name": scene.known.name if scene.known.email else "", "email": scene.known.email}
    said = {name: slots[name].value for name, _ in FIELDS if name in slots}
    return {**{name: value for name, value in known.items() if value}, **said}


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True


def _lead(told: Mapping[str, str], slots: Mapping[str, Value], scene: Scene[LeadPolicy]) -> Act:
    policy = scene.policy
    points, reasons = score(told, policy)
    good = points >= policy.threshold
    hands_over = good and policy.hands_over
    request = {
        "told": {field: told[field] for field, _ in FIELDS if field in told},
        "words": {field: slots[field].text for field, _ in FIELDS if field in slots},
        "score": points,
        "reasons": list(reasons),
        "good": good,
        "team": policy.team if hands_over else "",
        "hands_over": hands_over,
        "notify": policy.notify if good else "",
        "conversation": scene.conversation_id,
    }
    reach = told.get("email") or told["phone"]
    begun = min((value.seq for value in slots.values() if value.seq), default=0)
    verdict = f"{points} points, good from {policy.threshold}"
    because = f"{verdict}: {'; '.join(reasons)}." if reasons else f"{verdict}."
    return Act("lead", f"lead:{scene.conversation_id}:{begun}", reach, request, _says(told, scene, hands_over), because)


def _says(told: Mapping[str, str], scene: Scene[LeadPolicy], passes_on: object) -> str:
    what = ", ".join(_shown(field, told[field], scene) for field, _ in FIELDS if field in told and field != "name")
    kept = words.KEPT if "name" in told and "email" in told else words.KEPT_WITHOUT_NAME
    thanks = say(kept, scene.language).format(name=told.get("name", ""), what=what)
    return f"{thanks} {say(words.PASSED_ON, scene.language)}" if passes_on else thanks


def _shown(field: str, value: str, scene: Scene[LeadPolicy]) -> str:
    if field == "budget":
        value = saying.money(Decimal(value), _currency(scene), scene.language)
    return f"{say(words.LABELS[field], scene.language)}: {value.rstrip('.!? ')}"


def _currency(scene: Scene[LeadPolicy]) -> str:
    """What the tenant's products are priced in; a lead is kept also while the records cannot be asked."""
    try:
        priced = Counter(one.currency for one in scene.records.products())
    except RecordsDownError:
        return CURRENCY
    return priced.most_common(1)[0][0] if priced else CURRENCY


QUALIFY: Skill[LeadPolicy] = Skill(
    name="qualify_lead",
    label=gettext_noop("Qualify a lead"),
    purpose=gettext_noop(
        "Ask somebody who may become a customer, such as a company that needs many, for what a salesperson needs."
    ),
    slots=SLOTS,
    policy=LeadPolicy,
    step=step,
    describe=describe,
    examples=(
        "We need 20 bikes for our company, can you make an offer?",
        "I'd like a quote for a larger quantity",
        "do you do b2b discounts, we are a hotel",
        "Who can I talk to about a corporate fleet?",
        "We are thinking about leasing bikes for our staff",
        "pls call me back about a bulk order",
        "I am interested in becoming a dealer for you",
        "Could someone from sales get in touch with me?",
        "Wir brauchen ein Angebot für 15 Stück",
        "Bieten Sie Firmenkunden Mengenrabatt?",
        "Ich hätte gern eine Beratung für unsere Firma",
        "Nous aimerions un devis pour trente vélos",
        "Proposez-vous des conditions pour les entreprises ?",
        "Necesitamos un presupuesto para nuestra empresa",
        "Vorremmo un preventivo per la nostra azienda",
        "Queríamos um orçamento para a nossa empresa",
        "Wij willen graag een offerte voor ons bedrijf",
        "can I get a quote for 30 units",
        "we would like to order 50 pieces for our staff",
        "are there volume discounts for businesses",
        "What would 100 of them cost us?",
        "We want to equip our whole office, who can help?",
        "our school needs a class set of 25",
        "do you supply wholesale?",
        "We have grown to 80 people, what would a bigger plan cost?",
        "Wir sind ein Hotel und brauchen zwölf Stück, was kostet das?",
        "Können Sie uns ein Angebot für 40 Stück machen?",
        "Un devis pour 25 pièces, s'il vous plaît",
        "Un presupuesto para 50 unidades, por favor",
        "Ci serve un'offerta per 20 pezzi",
        "Um orçamento para 40 unidades, por favor",
        "Een offerte voor 30 stuks graag",
    ),
    near_misses=(
        "Do you have a discount code?",
        "Can I get an invoice for my company?",
        "How much is the city bike?",
        "Is there a student discount?",
        "I want to talk to a person",
        "Can you recommend a bike for my daughter?",
        "Ich brauche eine Rechnung auf meine Firma",
        "Avez-vous un code promo ?",
    ),
    writes=("lead",),
)
