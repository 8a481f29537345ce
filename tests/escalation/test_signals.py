"""The three signals on hits and near misses, with the words they quote, over one and several turns."""

import pytest

from escalation.facts import Line, Signal, measure
from tests.escalation.conversations import Said, heard, signal_of, unvectored

HITS = [
    ("asks_human", "Can I speak to a real person please?", "speak to a real person"),
    ("asks_human", "AGENT", "AGENT"),
    ("asks_human", "lemme tlak 2 a humna plz", "tlak 2 a humna"),
    ("asks_human", "My parcel is late.\nPut me through to your manager!", "Put me through to your manager"),
    ("asks_human", "I don't want to talk to a bot", "don't want to talk to a bot"),
    ("asks_human", "could somebody from billing call me back", None),
    ("asks_human", "Quiero hablar con una persona", "hablar con una persona"),
    ("asks_human", "Ich möchte mit einem Mitarbeiter sprechen", "mit einem Mitarbeiter sprechen"),
    ("asks_human", "Je veux parler à un conseiller", "parler à un conseiller"),
    ("asks_human", "Quero falar com um atendente", "falar com um atendente"),
    ("asks_human", "Vorrei parlare con un operatore", "parlare con un operatore"),
    ("asks_human", "Ik wil graag met een medewerker spreken", "met een medewerker spreken"),
    ("anger", "This is absolutely ridiculous.", "This is absolutely ridiculous"),
    ("anger", "I've been lied to and I am furious with you", None),
    ("anger", "WHERE IS MY REFUND??? you people are useless", "you people are useless"),
    ("anger", "I must say I'm very disappointed with how this was handled.", None),
    ("anger", "Estoy harto, esto es una vergüenza", None),
    ("anger", "Ich bin stinksauer, das ist eine Frechheit", None),
    ("anger", "C'est inadmissible, je suis furieux", None),
    ("anger", "Isso é um absurdo, estou indignado", None),
    ("anger", "È una vergogna, sono furioso", None),
    ("anger", "Belachelijk, ik ben woedend", None),
    ("distress", "My husband died on Tuesday and I have to close his account", "My husband died"),
    ("distress", "i dont want to live anymore", "dont want to live anymore"),
    ("distress", "I lost my job and can't feed my kids", None),
    ("distress", "I'm having a panic attack, please help", "panic attack"),
    ("distress", "Mi marido falleció la semana pasada", "Mi marido falleció"),
    ("distress", "Ich will nicht mehr leben", "nicht mehr leben"),
    ("distress", "Je n'en peux plus, je suis en larmes", None),
    ("distress", "Minha mãe morreu ontem", "Minha mãe morreu"),
    ("distress", "Non voglio più vivere", "Non voglio più vivere"),
    ("distress", "Mijn man is vorige week overleden", "Mijn man is vorige week overleden"),
]


@pytest.mark.parametrize(("name", "text", "quoted"), HITS)
def test_a_signal_fires_and_quotes_the_words(name: str, text: str, quoted: str | None) -> None:
    signal = signal_of(name, text)
    assert signal.fired
    assert signal.evidence
    for quote in signal.evidence:
        assert text[quote.start : quote.end] == quote.text
        assert quote.seq == 1
    if quoted is not None:
        assert quoted in signal.evidence[0].text or signal.evidence[0].text in quoted


NEAR_MISSES = [
    ("asks_human", "Where is my order?"),
    ("asks_human", "I spoke to an agent yesterday and she said the refund was approved."),
    ("asks_human", "No need to transfer me, I found it"),
    ("asks_human", "How do I apply at human resources?"),
    ("asks_human", "My travel agent booked this for me"),
    ("asks_human", "please give me manager access to the workspace"),
    ("asks_human", "Do I have to talk to someone to cancel or can I do it online?"),
    ("asks_human", "my lawyer recommended you"),
    ("asks_human", "thanks, that answered it"),
    ("anger", "Do you have the angry birds toy?"),
    ("anger", "My order hasn't arrived yet, could you check?"),
    ("anger", "I posted a great review of you"),
    ("anger", "I'm not angry, just curious what happened"),
    ("anger", "Damn that's a good price!"),
    ("anger", "OMG IT ARRIVED!!! SO HAPPY!!!"),
    ("anger", "my wife will be furious with me if the flowers are late, do you deliver today?"),
    ("distress", "My phone died, how do I get my photos back?"),
    ("distress", "These shoes are to die for"),
    ("distress", "I lost my card"),
    ("distress", "Where is the panic button on the alarm?"),
    ("distress", "Do you sell Suicide Squad posters?"),
    ("distress", "This is the worst company ever, fix my internet NOW"),
    ("distress", "I want to end my subscription"),
]


@pytest.mark.parametrize(("name", "text"), NEAR_MISSES)
def test_a_near_miss_does_not_fire(name: str, text: str) -> None:
    assert not signal_of(name, text).fired


def test_the_pressed_button_is_a_certain_wish_with_the_button_as_evidence() -> None:
    lines = (Line("customer", "hi", 1), Line("customer", "Talk to a person", 2, pressed_person_button=True))
    signal = measure(unvectored(*lines)).signals["asks_human"]
    assert (signal.value, signal.evidence[0].text, signal.evidence[0].seq) == (1.0, "Talk to a person", 2)


OFFER: Said = ("assistant", "I'm not sure about that. Would you like to talk to a person?")


@pytest.mark.parametrize(
    ("answer", "fires"),
    [("yes please", True), ("Sure", True), ("ja gerne", True), ("no thanks", False), ("ok thanks, bye", False)],
)
def test_a_yes_to_the_offer_of_a_person_is_a_wish_for_one(answer: str, fires: bool) -> None:  # noqa: FBT001
    assert signal_of("asks_human", "Do you service e-bikes from 2009?", OFFER, answer).fired is fires


def test_a_yes_to_another_question_is_none() -> None:
    assert not signal_of("asks_human", "Is it waterproof?", ("assistant", "Do you mean the blue jacket?"), "yes").fired


def test_a_wish_that_was_answered_is_not_heard_again() -> None:
    assert not signal_of("asks_human", "I want a human", ("agent", "Maya here."), "what time do you close?").fired


def anger_after(*said: str | Said) -> Signal:
    return signal_of("anger", *said)


def test_anger_builds_over_the_conversation() -> None:
    alone = anger_after("still not working")
    built = anger_after("This is ridiculous!", ("assistant", "Please restart it."), "still not working")
    assert built.value > alone.value
    assert built.fired
    assert built.evidence[0].seq == 1


def test_anger_is_over_once_the_customer_is_calm() -> None:
    assert not anger_after("This is ridiculous!", ("assistant", "Refunded."), "great, thank you, all sorted").fired


def test_what_a_person_dealt_with_no_longer_counts() -> None:
    said: tuple[str | Said, ...] = ("My mum died last week", ("assistant", "…"), "what are your opening hours?")
    assert signal_of("distress", *said).fired
    assert not measure(heard(*said, handed_back_at=2)).signals["distress"].fired
    assert not signal_of("distress", "My mum died last week", ("agent", "I'm sorry."), "what are your hours?").fired


def test_an_empty_text_and_an_empty_thread_say_nothing() -> None:
    assert all(not signal.fired for signal in measure(heard("   ")).signals.values())
    assert all(not signal.fired for signal in measure(heard()).signals.values())


def test_a_long_message_is_read_quickly_and_to_its_end() -> None:
    text = "The parcel came on Monday and the box was fine. " * 80 + "Now let me talk to a human."
    signal = signal_of("asks_human", text)
    assert signal.fired
    assert "talk to a human" in signal.evidence[0].text
