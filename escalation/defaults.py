"""The rules that every company starts with, as a document that `rules.parse` reads."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext, gettext_noop

from escalation import farewells

_ASKED = {
    "en": "Of course. I'm passing you to a colleague now. They can read everything above, so you won't "
    "have to repeat it.",
    "de": "Natürlich. Ich gebe Sie jetzt an eine Kollegin oder einen Kollegen weiter. Alles, was Sie "
    "geschrieben haben, liegt dort vor; Sie müssen nichts wiederholen.",
    "fr": "Bien sûr. Je vous passe un collègue. Il peut lire tout notre échange, vous n'aurez rien à répéter.",
    "es": "Por supuesto. Le paso con una persona del equipo. Puede leer todo lo anterior, así que no "
    "tendrá que repetirlo.",
    "pt": "Claro. Vou passar a conversa a uma pessoa da equipa, que pode ler tudo acima; não precisa de repetir nada.",
    "it": "Certo. La passo a una persona del team, che può leggere tutto quanto sopra: non dovrà ripetere nulla.",
    "nl": "Natuurlijk. Ik geef u door aan een collega. Die kan alles hierboven lezen, u hoeft niets te herhalen.",
}
_UPSET = {
    "en": "I'm sorry, this has clearly been frustrating, and you shouldn't have to go round in circles "
    "with me. I'm bringing in a colleague who can put it right; they'll have everything you've "
    "written.",
    "de": "Es tut mir leid, das ist wirklich ärgerlich, und Sie sollen sich mit mir nicht im Kreis "
    "drehen. Ich hole jemanden aus dem Team dazu; alles, was Sie geschrieben haben, liegt dort vor.",
    "fr": "Je suis désolé, je comprends que ce soit agaçant, et vous ne devriez pas tourner en rond avec "
    "moi. Je fais venir un collègue qui aura tout ce que vous avez écrit sous les yeux.",
    "es": "Lo siento, entiendo que esto es frustrante y no debería dar vueltas conmigo. Aviso a una "
    "persona del equipo que tendrá delante todo lo que ha escrito.",
    "pt": "Lamento, percebo que isto é frustrante e não deve andar às voltas comigo. Vou chamar uma "
    "pessoa da equipa, que terá à frente tudo o que escreveu.",
    "it": "Mi dispiace, capisco che sia frustrante e non deve girare in tondo con me. Coinvolgo una "
    "persona del team, che avrà davanti tutto quello che ha scritto.",
    "nl": "Het spijt me, dit is echt vervelend, en u hoeft met mij niet in kringetjes te draaien. Ik haal "
    "er een collega bij die alles kan lezen wat u schreef.",
}
_GENTLE = {
    "en": "Thank you for telling me. I'm an AI, and you deserve a person for this, so I'm asking a "
    "colleague to join us now. There's no rush and nothing you need to repeat. If you or someone "
    "near you is in danger, please call your local emergency number straight away.",
    "de": "Danke, dass Sie mir das sagen. Ich bin eine KI, und hierfür sollten Sie einen Menschen haben. "
    "Ich bitte jetzt jemanden aus dem Team dazu. Nehmen Sie sich Zeit; Sie müssen nichts "
    "wiederholen. Wenn Sie oder jemand bei Ihnen in Gefahr ist, rufen Sie bitte sofort den Notruf.",
    "fr": "Merci de me l'avoir confié. Je suis une IA, et vous méritez de parler à une personne : je "
    "demande à un collègue de nous rejoindre. Prenez votre temps, vous n'aurez rien à répéter. Si "
    "vous ou un proche êtes en danger, appelez tout de suite le numéro d'urgence.",
    "es": "Gracias por contármelo. Soy una IA y para esto merece hablar con una persona; se lo pido ahora "
    "a alguien del equipo. No hay prisa y no tendrá que repetir nada. Si usted o alguien cercano "
    "está en peligro, llame ya al número de emergencias.",
    "pt": "Obrigado por me contar. Sou uma IA e, para isto, merece falar com uma pessoa; vou pedir já a "
    "alguém da equipa. Não há pressa e não precisa de repetir nada. Se a sua vida ou a de alguém "
    "próximo estiver em perigo, ligue já para o número de emergência.",
    "it": "Grazie per avermelo detto. Sono un'IA, e per questo merita una persona: chiedo subito a "
    "qualcuno del team di unirsi a noi. Non c'è fretta e non dovrà ripetere nulla. Se lei o una "
    "persona vicina è in pericolo, chiami subito il numero di emergenza.",
    "nl": "Dank u dat u dit vertelt. Ik ben een AI en hiervoor verdient u een mens; ik vraag nu een "
    "collega erbij. Neem de tijd, u hoeft niets te herhalen. Als u of iemand bij u in gevaar is, "
    "bel dan meteen het alarmnummer.",
}
_DOUBT = {
    "en": "I don't want to guess at this one. I'm passing you to a colleague who will know; they can read "
    "everything above.",
    "de": "Hier möchte ich nicht raten. Ich gebe Sie an jemanden weiter, der es weiß und alles oben lesen kann.",
    "fr": "Je préfère ne pas deviner. Je vous passe un collègue qui saura vous répondre et peut lire tout "
    "notre échange.",
    "es": "Prefiero no adivinar. Le paso con una persona del equipo que lo sabrá y puede leer todo lo anterior.",
    "pt": "Prefiro não adivinhar. Vou passar a conversa a uma pessoa da equipa que saberá e pode ler tudo acima.",
    "it": "Preferisco non tirare a indovinare. La passo a una persona del team che saprà rispondere e può "
    "leggere tutto.",
    "nl": "Hier wil ik niet naar raden. Ik geef u door aan een collega die het weet en alles hierboven kan lezen.",
}
UNREADABLE_SAY = {
    "en": "I'd rather have a person look at this. I'm passing you to a colleague, who can read everything above.",
    "de": "Das soll sich lieber ein Mensch ansehen. Ich gebe Sie an jemanden weiter, der alles oben lesen kann.",
    "fr": "Je préfère qu'une personne regarde cela. Je vous passe un collègue, qui peut lire tout notre échange.",
    "es": "Prefiero que lo vea una persona. Le paso con alguien del equipo, que puede leer todo lo anterior.",
    "pt": "Prefiro que uma pessoa veja isto. Vou passar a conversa a alguém da equipa, que pode ler tudo acima.",
    "it": "Preferisco che lo veda una persona. La passo a qualcuno del team, che può leggere tutto quanto sopra.",
    "nl": "Ik laat dit liever door een mens bekijken. Ik geef u door aan een collega, die alles hierboven kan lezen.",
}


CLEARLY = 0.6  # of a signal that is no trouble of the customer's: a plain question should not bring a person


def _on_signal(trigger: str, name: str, *, label: str, reason: str, priority: str = "normal") -> dict[str, Any]:
    """A rule that passes the baton when the trigger's own signal fires."""
    return {
        "name": name,
        "trigger": trigger,
        "label": label,
        "when": {"fact": f"signal.{trigger}", "operator": "fires"},
        "team": "Customer care",
        "priority": priority,
        "say": dict(farewells.OF_TRIGGER[trigger]),
        "reason": reason,
    }


# Of these two the assistant sells itself; in the middle of the others "and how much is it" is a part of the matter.
_NO_MOMENT_TO_SELL = [
    "qualify_lead",
    "recommend",
    "book_appointment",
    "move_appointment",
    "cancel_appointment",
    "returns",
    "refund",
    "cancel_order",
    "shipping_address",
]

DEFAULT_RULES: dict[str, Any] = {
    "format": 1,
    "rules": [
        {
            "name": gettext_noop("Someone in distress gets a person first"),
            "trigger": "distress",
            "label": "Distress or vulnerability",
            "when": {"fact": "signal.distress", "operator": "fires"},
            "team": "Customer care",
            "priority": "urgent",
            "say": _GENTLE,
            "reason": gettext_noop("The customer may be in distress or a vulnerable situation."),
        },
        _on_signal(
            "billing_legal",
            gettext_noop("Disputes and legal matters go to a person"),
            label="Billing or legal dispute",
            reason=gettext_noop("The customer disputes a bill or takes a legal step."),
            priority="high",
        ),
        {
            "name": gettext_noop("Whoever asks for a person gets one"),
            "trigger": "asks_human",
            "label": "Customer asks for a person",
            "when": {"fact": "signal.asks_human", "operator": "fires"},
            "team": "Customer care",
            "priority": "high",
            "say": _ASKED,
            "reason": gettext_noop("The customer asks for a person."),
        },
        _on_signal(
            "public_escalation",
            gettext_noop("Who is about to go public hears from a person first"),
            label="Threat of publicity",
            reason=gettext_noop("The customer threatens to make it public."),
            priority="high",
        ),
        {
            "name": gettext_noop("An upset customer gets a person"),
            "trigger": "anger",
            "label": "Anger or frustration",
            "when": {"fact": "signal.anger", "operator": "fires"},
            "team": "Customer care",
            "priority": "high",
            "say": _UPSET,
            "reason": gettext_noop("The customer is angry or frustrated."),
        },
        _on_signal(
            "churn_risk",
            gettext_noop("A valued customer who may leave gets a person"),
            label="At risk of leaving",
            reason=gettext_noop("A customer may be about to leave."),
            priority="high",
        ),
        {
            "name": gettext_noop("Exceptions are decided by people"),
            "trigger": "policy_exception",
            "label": "Exception to a policy",
            "when": {
                "any": [
                    {"fact": "signal.policy_exception", "operator": "fires"},
                    {"fact": "skill.outcome", "operator": "is", "value": "outside_policy"},
                ]
            },
            "team": "Customer care",
            "priority": "normal",
            "say": dict(farewells.OF_TRIGGER["policy_exception"]),
            "reason": gettext_noop("What the customer asks for is an exception to a policy."),
        },
        _on_signal(
            "cross_department",
            gettext_noop("One person for what several teams must solve"),
            label="Several departments",
            reason=gettext_noop("More than one department is needed."),
        ),
        _on_signal(
            "loop",
            gettext_noop("No talking in circles"),
            label="The conversation goes in circles",
            reason=gettext_noop("The conversation repeats itself."),
        ),
        _on_signal(
            "intent_missed",
            gettext_noop("Misunderstood twice is enough"),
            label="Misunderstood",
            reason=gettext_noop("The assistant missed what the customer means more than once."),
        ),
        {
            **_on_signal(
                "upsell",
                gettext_noop("Who may want more talks to a person"),
                label="Chance to offer more",
                reason=gettext_noop("The customer may need more than they have."),
            ),
            "when": {
                "all": [
                    {"fact": "signal.upsell", "operator": "at_least", "value": CLEARLY},
                    {"not": {"fact": "skill.name", "operator": "one_of", "value": _NO_MOMENT_TO_SELL}},
                ]
            },
        },
        {
            "name": gettext_noop("No guessing twice"),
            "trigger": "low_confidence",
            "label": "The assistant is not sure",
            "when": {
                "all": [
                    {"fact": "signal.low_confidence", "operator": "fires"},
                    {
                        "any": [
                            {"fact": "count.unsure_in_a_row", "operator": "at_least", "value": 2},
                            {
                                "all": [
                                    {"fact": "count.unsure", "operator": "at_least", "value": 2},
                                    {"fact": "confidence_share", "operator": "below", "value": 0.5},
                                ]
                            },
                            {"fact": "count.unsure", "operator": "at_least", "value": 3},
                        ]
                    },
                ]
            },
            "team": "Customer care",
            "priority": "normal",
            "say": _DOUBT,
            "reason": gettext_noop("The assistant was not sure of its answer more than once."),
        },
    ],
}


def spoken(*, team: str, without: Collection[str] = ()) -> dict[str, Any]:
    """The rules with their names in the language that is spoken now, passing customers to `team`.

    Those whose trigger is among `without` are left out.
    """
    rules = []
    for rule in DEFAULT_RULES["rules"]:
        if rule["trigger"] in without:
            continue
        name = rule["name"]
        rules.append({**rule, "name": gettext(name), "team": team})
    return {**DEFAULT_RULES, "rules": rules}
