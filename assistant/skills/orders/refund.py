"""The skill that gives money back, within the tenant's policy."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop

from assistant.models import OrderState
from assistant.records.contract import ItemSeen, OrderSeen
from assistant.skills import saying
from assistant.skills.contract import Act, Ask, Choice, Confirm, Leave, Scene, Skill, Slot, Step, Tell, Value, Why
from assistant.skills.orders import finding, items, leaving, leaving_words, reasons, refund_policy
from assistant.skills.orders import money_words as w
from assistant.skills.orders.refund_policy import Case, RefundPolicy, left_of
from assistant.words import say

KIND = "refund"
CLOSED = (OrderState.REFUNDED, OrderState.CANCELLED)
ITEM = Slot(
    "item", "order_item", w.ITEM, w.REFUND_WHICH, w.ITEM_AGAIN, "Which items of the order, by name", required=False
)


def step(slots: Mapping[str, Value], scene: Scene[RefundPolicy]) -> Step:
    """Find the order and what of it, and offer what the policy gives."""
    match finding.find(slots, scene):
        case OrderSeen() as order:
            return _of_order(order, slots, scene)
        case not_yet:
            return not_yet


def _of_order(order: OrderSeen, slots: Mapping[str, Value], scene: Scene[RefundPolicy]) -> Step:
    open_items = tuple(item for item in order.items if left_of(item) > 0)
    if order.state in CLOSED or order.refunded >= order.total or not open_items:
        return _done_already(order, scene)
    wanted = _wanted(order, open_items, slots, scene)
    if isinstance(wanted, Ask):
        return wanted
    reason = _reason(slots, scene)
    if isinstance(reason, Ask):
        return reason
    before = scene.past.count(KIND, email=order.email, since=refund_policy.since(scene.policy, scene.now))
    return _judged(Case(order, wanted, reason, before, scene.now), scene)


def _wanted(
    order: OrderSeen, left: tuple[ItemSeen, ...], slots: Mapping[str, Value], scene: Scene[RefundPolicy]
) -> tuple[ItemSeen, ...] | Ask:
    """The items that the customer means; the only one when there is but one."""
    if len(order.items) == 1:
        return left
    choices = items.offered(left, scene.language)
    said = items.said_of(slots, ITEM.name, scene.said, order.items)
    if not said:
        return Ask(ITEM.name, say(w.REFUND_WHICH, scene.language).format(order=order.number), choices)
    meant = items.pick(said, order.items)
    if not meant:
        return Ask(ITEM.name, say(w.ITEM_AGAIN, scene.language), choices, wrong=True)
    return left if len(meant) == len(order.items) else tuple(item for item in meant if left_of(item) > 0)


def _reason(slots: Mapping[str, Value], scene: Scene[RefundPolicy]) -> str | Ask:
    """Why, where the policy makes a difference by it."""
    if not scene.policy.fee:
        return ""
    if reasons.REASON.name in slots:
        return reasons.read(slots[reasons.REASON.name].value)
    return Ask(reasons.REASON.name, say(w.WHICH_REASON, scene.language), reasons.offered(scene.language))


def _judged(case: Case, scene: Scene[RefundPolicy]) -> Step:
    if not case.items:
        return _done_already(case.order, scene)
    verdict = refund_policy.judge(scene.policy, case)
    if verdict.breaks("state") and case.order.state == OrderState.DELIVERED and "returned" in scene.policy.states:
        return _return_first(case.order, scene)
    if verdict.outside:
        reason = f"Refund for order {case.order.number}: {verdict.outside}"
        told = {"days": str(scene.policy.window_days), "amount": _told(case, scene)["amount"]}
        return leaving.outside(
            verdict, order=case.order, reason=reason, language=scene.language, words=leaving_words.REFUND, told=told
        )
    act = _act(case, scene, waits=verdict.waits)
    return Confirm(_offer(act, case, scene), act)


def _act(case: Case, scene: Scene[RefundPolicy], *, waits: str) -> Act:
    policy, order = scene.policy, case.order
    amount = refund_policy.amount_of(policy, case)
    lines = [{"line": item.line, "quantity": left_of(item)} for item in case.items]
    done = say(w.REFUND_DONE, scene.language).format(**_told(case, scene))
    return Act(
        kind=KIND,
        key=f"refund:{order.number}:{','.join(str(item.line) for item in case.items)}",
        subject=order.number,
        request={
            "order": order.number,
            "lines": lines,
            "amount": str(amount),
            "currency": order.currency,
            "reason": case.reason,
            "states": list(policy.states),
            "window_days": policy.window_days,
            "most_times": policy.most_times,
            "within_days": policy.within_days,
        },
        says=f"{done} {say(w.IN_DAYS, scene.language).format(days=policy.arrives_in_days)}",
        because=refund_policy.because(policy, case),
        amount=amount,
        currency=order.currency,
        waits=waits,
    )


def _offer(act: Act, case: Case, scene: Scene[RefundPolicy]) -> str:
    fee = refund_policy.fee_of(scene.policy, case)
    parts = [say(w.REFUND_CONFIRM, scene.language).format(**_told(case, scene))]
    if fee:
        parts.append(say(w.FEE_OFF, scene.language).format(fee=saying.money(fee, act.currency, scene.language)))
    if act.waits:
        parts.append(say(w.CHECKED_FIRST, scene.language))
    return " ".join([*parts, say(w.SHALL_I, scene.language)])


def _told(case: Case, scene: Scene[RefundPolicy]) -> dict[str, str]:
    amount = refund_policy.amount_of(scene.policy, case)
    return {
        "amount": saying.money(amount, case.order.currency, scene.language),
        "items": items.listed(case.items),
        "order": case.order.number,
    }


def _done_already(order: OrderSeen, scene: Scene[RefundPolicy]) -> Step:
    facts = finding.named(order)
    if order.state == OrderState.CANCELLED and not order.refunded:
        reason = f"Refund for order {order.number}: it is cancelled, and nothing was refunded."
        not_yet = say(leaving_words.NOT_REFUNDED_YET, scene.language).format(order=order.number)
        return Leave(Why.OUTSIDE_POLICY, reason, not_yet)
    given = saying.money(order.refunded or order.total, order.currency, scene.language)
    return Tell(say(w.REFUNDED_ALREADY, scene.language).format(order=order.number, amount=given), facts=facts)


def _return_first(order: OrderSeen, scene: Scene[RefundPolicy]) -> Step:
    """The policy refunds what came back: the way there is a return."""
    back = say(w.SEND_BACK, scene.language).format(order=order.number)
    said = say(w.RETURN_FIRST, scene.language).format(order=order.number)
    return Tell(said, facts=finding.named(order), choices=(Choice(back, back),))


REFUND = Skill(
    name="refund",
    label=gettext_noop("Refund"),
    purpose=gettext_noop("Gives money back for an order or some of its items, within the company's policy."),
    slots=(finding.ORDER, finding.EMAIL, ITEM, reasons.REASON),
    policy=RefundPolicy,
    step=step,
    describe=refund_policy.describe,
    writes=(KIND,),
    personal=True,
    examples=(
        "I want a refund",
        "refund please",
        "I'd like my money back",
        "Can I get a refund for the jacket?",
        "give me my money back for order LC-104233",
        "The helmet arrived broken, I want it refunded",
        "please reimburse me",
        "I sent it back, where's my refund? Please refund it now",
        "I returned the shoes and would like the money",
        "how do I get my money back for this order",
        "can you refund one item of my order",
        "this is faulty, refund it",
        "Ich möchte mein Geld zurück",
        "Bitte erstatten Sie mir die Bestellung",
        "Ich hätte gern eine Erstattung",
        "Je voudrais être remboursé",
        "Remboursez-moi ma commande, s'il vous plaît",
        "Quiero que me devuelvan el dinero",
        "Quiero un reembolso de mi pedido",
        "Vorrei un rimborso",
        "Rivoglio i miei soldi",
        "Quero o meu dinheiro de volta",
        "Quero um reembolso da encomenda",
        "Ik wil mijn geld terug",
    ),
    near_misses=(
        "How long does a refund take?",
        "When does the refund arrive on my card?",
        "What is your refund policy?",
        "Where does the refund go?",
        "I want to return my jacket",
        "Please cancel my order",
        "Was my payment refunded twice?",
        "Wie lange dauert eine Erstattung?",
        "Do you price match?",
        "Who decides about my refund?",
    ),
)
