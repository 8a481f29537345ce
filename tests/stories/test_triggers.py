"""Each of the twelve triggers: it fires with its words, goes where its rule says, and a near miss goes nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import LazySettings

from agents.models import Agent
from assistant.models import SkillSettings
from conversations.models import AuthorKind, Customer
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from tests import cast
from tests.model_server.listening import use
from tests.model_server.serving import says, serving
from tests.stories.talk import Talk

Json = dict[str, Any]
RULES: Mapping[str, Json] = {rule["trigger"]: rule for rule in DEFAULT_RULES["rules"]}


@dataclass(frozen=True)
class Story:
    """What the customer says line by line; the last line makes the trigger fire, on words with `quote` in them."""

    trigger: str
    lines: tuple[str, ...]
    quote: str = ""
    without: tuple[str, ...] = ()  # skills that are off, as they would take it


FIRING = (
    Story(
        "distress",
        ("I can't do this any more. My husband died last week and I don't know how to go on.",),
        "husband died",
    ),
    Story("billing_legal", ("You charged my card twice, my lawyer will be in touch.",), "my lawyer will"),
    Story("asks_human", ("Can I please talk to a real person about this?",), "talk to a real person"),
    Story("public_escalation", ("If this is not sorted today I will post it on Trustpilot.",), "post it on Trustpilot"),
    Story("anger", ("This is ridiculous. I have been waiting for weeks and nobody gives a damn!",), "ridiculous"),
    Story(
        "churn_risk",
        ("We'll probably leave you when the contract ends, your competitor made us a better offer.",),
        "competitor made us a better offer",
    ),
    Story(
        "policy_exception",
        ("I know the 30 days are over, but could you make an exception and take it back anyway?",),
        "make an exception",
    ),
    Story(
        "cross_department",
        ("My invoice is wrong and the technician never came, so I need both billing and your service team.",),
        "billing and your service team",
    ),
    Story(
        "loop",
        (
            "How long does delivery take?",
            "And how long does the delivery to the islands take?",
            "How long does the delivery to the islands take?",
        ),
        "the delivery to the islands",
    ),
    Story("intent_missed", ("Can I pay by card?", "No, I meant the gift card that you sell."), "I meant"),
    Story(
        "upsell",
        ("We have grown to forty people and need a bigger plan, what can you offer?",),
        "bigger plan",
        without=("qualify_lead", "recommend"),
    ),
    Story(
        "low_confidence",
        ("What is the airspeed of an unladen swallow?", "And which bird is the fastest of them all?"),
    ),
)
NEAR_MISSES = (
    Story("distress", ("My flowers died last week, how long does delivery take?",)),
    Story("billing_legal", ("My lawyer recommended your shop. How long does delivery take?",)),
    Story("asks_human", ("Do I have to sign for the delivery in person?",)),
    Story("public_escalation", ("I posted a great review of you on Trustpilot! How long does delivery take?",)),
    Story("anger", ("I'm mad about these cargo bikes, they look brilliant! How long does delivery take?",)),
    Story("churn_risk", ("I'm moving to another flat. How long does delivery take?",)),
    Story("policy_exception", ("Within how many days can I return something?",)),
    Story("cross_department", ("Which payment methods do you accept, and how long does delivery take?",)),
    Story("loop", ("When are you open?", "How long does delivery take?", "And how do I return something?")),
    Story("intent_missed", ("Can I pay by card?", "No problem, and do you take PayPal?")),
    Story("upsell", ("How long does the delivery of a large parcel take?",)),
    Story("low_confidence", ("What is the airspeed of an unladen swallow?", "And how long does delivery take?")),
)


def told(story: Story, customer: Customer) -> Talk:
    """The story with Baton's own engine; before its last line the assistant has the talk."""
    talk = Talk(customer)
    SkillSettings.objects.bulk_create(SkillSettings(name=name, on=False) for name in story.without)
    *before, last = story.lines
    for line in before:
        talk.says(line)
        assert talk.control == "assistant", (line, talk.decision.trigger)
    talk.says(last)
    return talk


def named(story: Story) -> str:
    return story.trigger


@pytest.mark.parametrize("story", FIRING, ids=named)
def test_it_fires_with_its_words_and_goes_where_its_rule_says(story: Story, carol: Customer) -> None:
    talk, rule = told(story, carol), RULES[story.trigger]
    assert talk.handover is not None
    decision = talk.decision
    assert (decision.trigger, decision.rule, decision.rules_version) == (story.trigger, rule["name"], 1)
    assert (talk.control, str(talk.row.team), talk.row.priority) == ("queue", rule["team"], rule["priority"])
    assert talk.said == rule["say"]["en"]
    assert decision.considered is not None
    assert story.trigger in {one["trigger"] for one in decision.considered["fired"]}
    signal = Facts.from_json(decision.facts).signals[story.trigger]
    assert signal.fired
    assert story.trigger in talk.handover.fired
    if story.quote:
        assert any(story.quote in quote.text for quote in signal.evidence), signal.evidence
        assert signal.evidence[0].text in talk.handover.reason
    texts = dict(talk.row.messages.filter(author_kind=AuthorKind.CUSTOMER).values_list("seq", "text"))
    assert all(texts[quote.seq][quote.start : quote.end] == quote.text for quote in signal.evidence)


@pytest.mark.parametrize("story", NEAR_MISSES, ids=named)
def test_a_near_miss_stays_with_the_assistant(story: Story, carol: Customer) -> None:
    talk = told(story, carol)
    assert (talk.control, talk.handover) == ("assistant", None), talk.decision.trigger
    assert talk.decision.considered is not None
    assert talk.decision.considered["fired"] == []
    if story.trigger != "low_confidence":  # what is doubted once is no handover yet
        assert not Facts.from_json(talk.decision.facts).signals[story.trigger].fired


ELSEWHERE: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "asks_human": {
        "es": ("¿Puedo hablar con una persona de verdad, por favor?", "¿Tengo que estar en persona en casa?"),
        "fr": ("Pourrais-je parler à un conseiller, s'il vous plaît ?", "Faut-il être présent en personne ?"),
        "de": ("Kann ich bitte mit einem echten Menschen sprechen?", "Muss ich persönlich zu Hause sein?"),
        "pt": ("Posso falar com uma pessoa de verdade, por favor?", "Tenho de estar em casa em pessoa?"),
        "it": ("Vorrei parlare con una persona in carne e ossa, per favore.", "Devo essere presente di persona?"),
        "nl": ("Kan ik alstublieft met een echte medewerker praten?", "Moet ik persoonlijk thuis zijn?"),
    },
    "anger": {
        "es": ("Esto es una vergüenza, llevo tres semanas esperando y nadie me contesta.", "¡Me encanta esta bici!"),
        "fr": (
            "C'est inadmissible, j'attends depuis des semaines, personne ne répond.",
            "Je suis fou de ce vélo !",
        ),
        "de": (
            "Das ist eine Frechheit! Ich warte seit Wochen und niemand meldet sich.",
            "Ich bin verrückt danach!",
        ),
        "pt": ("Isto é uma vergonha, espero há três semanas e ninguém responde.", "Estou louco por esta bicicleta!"),
        "it": ("È una vergogna, aspetto da tre settimane e nessuno risponde.", "Vado matto per questa bici!"),
        "nl": ("Dit is belachelijk, ik wacht al drie weken en niemand reageert.", "Ik ben gek op deze fiets!"),
    },
    "distress": {
        "es": ("Mi marido murió la semana pasada y no puedo más.", "Se me murió la batería de la bici."),
        "fr": ("Mon mari est mort la semaine dernière, je n'en peux plus.", "Ma batterie est morte."),
        "de": ("Mein Mann ist letzte Woche gestorben, ich kann nicht mehr.", "Mein Akku ist gestorben."),
        "pt": ("O meu marido morreu na semana passada, já não aguento mais.", "A bateria da minha bicicleta morreu."),
        "it": ("Mio marito è morto la settimana scorsa, non ce la faccio più.", "La batteria della mia bici è morta."),
        "nl": ("Mijn man is vorige week overleden, ik kan niet meer.", "De accu van mijn fiets is overleden."),
    },
}


@pytest.mark.parametrize("trigger", ELSEWHERE)
@pytest.mark.usefixtures("bob")
def test_who_writes_in_another_language_is_heard_and_answered_in_it(trigger: str) -> None:
    for language, (words, _) in ELSEWHERE[trigger].items():
        talk = told(Story(trigger, (words,)), cast.customer(f"{trigger}-{language}"))
        assert (talk.decision.trigger, talk.row.language, talk.control) == (trigger, language, "queue"), words
        assert talk.said == RULES[trigger]["say"][language]


@pytest.mark.parametrize("trigger", ELSEWHERE)
@pytest.mark.usefixtures("bob")
def test_a_near_miss_in_another_language_does_not_fire(trigger: str) -> None:
    for language, (_, words) in ELSEWHERE[trigger].items():
        talk = told(Story(trigger, (words,)), cast.customer(f"{trigger}-{language}"))
        assert not Facts.from_json(talk.decision.facts).signals[trigger].fired, words
        assert talk.decision.trigger != trigger, words


def test_a_language_model_raises_what_it_heard_and_quotes(carol: Customer, bob: Agent, settings: LazySettings) -> None:
    words = "Your rival in the high street has been so kind to my sister. How long does delivery take?"
    heard = [{"name": "churn_risk", "value": 0.9, "quote": "so kind to my sister", "line": 1}]
    with serving(says("", action="unsure", confidence=0.1, signals=heard)) as server:
        use(server, settings)
        talk = told(Story("churn_risk", (words,)), carol)
    assert (talk.decision.trigger, talk.decision.engine, talk.control) == ("churn_risk", "language_model", "queue")
    assert talk.decision.model_versions["model"]
    signal = Facts.from_json(talk.decision.facts).signals["churn_risk"]
    assert (signal.value, signal.evidence[0].text) == (0.9, "so kind to my sister")
    assert talk.said == RULES["churn_risk"]["say"]["en"]
