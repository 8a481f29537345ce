"""The books of the six business triggers: what threatens, asks or offers is found, what only sounds like it is not."""

from __future__ import annotations

import pytest

from escalation.cases import dialogues
from escalation.cases.dialogues import Dialogue
from escalation.signals.phrases import find, load_book
from escalation.signals.wording import plain_wording

TRIGGERS = ("billing_legal", "policy_exception", "churn_risk", "public_escalation", "upsell", "cross_department")
CLEAR = 0.8

FIRES = [
    ("billing_legal", "You will hear from my lawyer."),
    ("billing_legal", "I dispute the charge and have opened a chargeback."),
    ("policy_exception", "I know the deadline was yesterday, but could you make an exception?"),
    ("policy_exception", "Would you waive the fee just this once?"),
    ("churn_risk", "We are looking at other providers before we renew."),
    ("churn_risk", "how do i cancel my subscription"),
    ("public_escalation", "I'll tell the newspaper about this."),
    ("public_escalation", "this goes all over twitter unless you answer"),
    ("upsell", "We need 40 more seats, can you make us an offer?"),
    ("upsell", "we have outgrown our plan"),
    ("cross_department", "Billing says it's technical, support says it's billing."),
    ("cross_department", "I keep being passed around between three departments."),
]
STAYS_QUIET = [
    ("billing_legal", "My lawyer recommended your app."),
    ("billing_legal", "Where do I find the legal notice?"),
    ("policy_exception", "I get an unhandled exception when I open a board."),
    ("policy_exception", "What is your refund policy?"),
    ("churn_risk", "Can I cancel the meeting on Thursday?"),
    ("churn_risk", "I switched from my old provider to you."),
    ("public_escalation", "I posted a great review of you!"),
    ("public_escalation", "I left a comment on the form."),
    ("upsell", "After the upgrade my shortcuts no longer work."),
    ("upsell", "how do i bulk edit tasks"),
    ("cross_department", "Which department do I call about a missing screw?"),
    ("cross_department", "Is the toy department open on Sundays?"),
]
ABROAD = [
    ("billing_legal", "Ich werde meinen Anwalt einschalten."),
    ("billing_legal", "Je vais porter plainte et saisir le médiateur."),
    ("billing_legal", "Mi abogado se pondrá en contacto con ustedes."),
    ("policy_exception", "Können Sie die Gebühr aus Kulanz erlassen?"),
    ("policy_exception", "Pourriez-vous faire une exception ?"),
    ("policy_exception", "Poderiam abrir uma exceção?"),
    ("churn_risk", "Ich möchte meinen Vertrag kündigen, die Konkurrenz ist günstiger."),
    ("churn_risk", "Voglio disdire il mio abbonamento."),
    ("churn_risk", "Ik wil mijn abonnement opzeggen."),
    ("public_escalation", "Dann gehe ich an die Presse!"),
    ("public_escalation", "Voy a poner una mala reseña."),
    ("public_escalation", "Ik plaats een slechte review."),
    ("upsell", "Wir brauchen 20 weitere Lizenzen."),
    ("upsell", "Nous avons besoin de 20 licences de plus."),
    ("cross_department", "Je suis renvoyé d'un service à un autre."),
    ("cross_department", "Ik word van het kastje naar de muur gestuurd."),
]
QUIET_ABROAD = [
    ("billing_legal", "Mein Anwalt hat Ihre App empfohlen."),
    ("billing_legal", "¿Dónde veo mi factura?"),
    ("policy_exception", "Quelle est la politique de retour ?"),
    ("churn_risk", "Quiero cancelar el pedido."),
    ("public_escalation", "J'ai laissé un très bon avis."),
    ("upsell", "Nach dem Upgrade geht nichts mehr."),
    ("cross_department", "Welche Abteilung ist zuständig?"),
]


def strength(trigger: str, text: str) -> float:
    return find(plain_wording(text), load_book(trigger)).strength


def heard(trigger: str, dialogue: Dialogue) -> bool:
    said = (turn.text for turn in dialogue.turns if turn.role == "customer")
    return max(strength(trigger, text) for text in said) >= CLEAR


@pytest.mark.parametrize(("trigger", "text"), [*FIRES, *ABROAD])
def test_what_a_person_should_hear_is_found(trigger: str, text: str) -> None:
    assert strength(trigger, text) >= CLEAR


@pytest.mark.parametrize(("trigger", "text"), [*STAYS_QUIET, *QUIET_ABROAD])
def test_what_only_sounds_like_it_is_left_alone(trigger: str, text: str) -> None:
    assert strength(trigger, text) == 0.0


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_book_alone_is_seldom_wrong_and_finds_a_third_in_trades_it_was_not_written_for(trigger: str) -> None:
    trades = dialogues.held_out_trades()["first"]  # the second part is told without words that any book could know
    held = [dialogue for dialogue in dialogues.load(trigger) if dialogue.industry in trades]
    positive = [heard(trigger, dialogue) for dialogue in held if dialogue.kind == "positive"]
    near = [heard(trigger, dialogue) for dialogue in held if dialogue.kind == "near_miss"]
    routine = [heard(trigger, dialogue) for dialogue in dialogues.load("routine")]
    assert sum(positive) / len(positive) >= 0.3
    assert sum(near) / len(near) <= 0.1
    assert sum(routine) / len(routine) <= 0.02
