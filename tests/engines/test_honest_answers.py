"""The checks let honest words pass: paraphrases, translations, other ways to write a number, politeness around them."""

import pytest
from django.conf import LazySettings

from assistant import engines
from assistant.answering import Answer
from tests.model_server.listening import Ear, asks, use
from tests.model_server.serving import says, says_of, serving

DELIVERY, HOURS, RETURNS, PAYING = (
    "Parcels arrive within 2 to 4 working days.",
    "We are open Monday to Friday from 9 am to 6 pm",
    "You can return anything unused within 30 days.",
    "We accept cards, bank transfer and PayPal.",
)
HONEST = [
    ("How long does delivery take?", DELIVERY, "Most parcels are with you in two to four working days."),
    ("How long does delivery take?", DELIVERY,
     "It takes 2–4 working days. A bicycle takes 5–8 working days, as it is large."),
    ("How long for a bike?", DELIVERY, "Large parcels such as bicycles take 5 to 8 working days. I hope this helps!"),
    ("Wie lange dauert die Lieferung?", DELIVERY,
     "Pakete kommen in 2 bis 4 Werktagen an, große wie Fahrräder in 5 bis 8."),
    ("Combien de temps prend la livraison ?", DELIVERY, "Les colis arrivent sous 2 à 4 jours ouvrés."),
    ("¿Cuánto tarda el envío?", DELIVERY, "Los paquetes llegan en un plazo de 2 a 4 días laborables."),
    ("Quanto tempo ci vuole per la consegna?", DELIVERY, "I pacchi arrivano entre 2 e 4 giorni lavorativi."),
    ("Hoe lang duurt de levering?", DELIVERY, "Pakketten komen binnen 2 tot 4 werkdagen aan."),
    ("When are you open?", HOURS, "We're open Monday to Friday, 9:00 to 18:00, and Saturday from 10:00 to 16:00."),
    ("Are you open on Sunday?", HOURS, "No, we are closed on Sunday. On Saturday you can come from 10 am to 4 pm."),
    ("Wann haben Sie geöffnet?", HOURS,
     "Wir haben montags bis freitags von 9 bis 18 Uhr geöffnet, samstags von 10 bis 16 Uhr."),
    ("Can I send it back?", RETURNS, "Yes, you can return it within 30 days as long as it is unused."),
    ("How do I return something?", RETURNS, "Print the return label from your account. Then hand the parcel in."),
    ("My order 4711234 does not fit, can I return it?", RETURNS,
     "You can return order 4711234 within thirty days if it is unused."),
    ("Kann ich das zurückgeben?", RETURNS, "Ja, unbenutzte Ware können Sie innerhalb von 30 Tagen zurückgeben."),
    ("Puis-je le renvoyer ?", RETURNS, "Oui, vous pouvez retourner tout article non utilisé dans les 30 jours."),
    ("Do you take PayPal?", PAYING, "Yes, we do: you can pay by card, bank transfer or PayPal."),
    ("Can I get an invoice?", PAYING, "Invoices are for companies only."),
    ("Kann ich per Karte zahlen?", PAYING, "Ja, Sie können mit Karte, per Überweisung oder mit PayPal zahlen."),
    ("I am so annoyed, when does it arrive?", DELIVERY,
     "I'm sorry to hear that. Parcels arrive within 2 to 4 working days."),
    ("How long does delivery take?", DELIVERY, "- Parcels: 2 to 4 working days\n- Large parcels: 5 to 8 working days"),
    ("How long does delivery take?", DELIVERY, "Parcels arrive within **2 to 4 working days** [p1]. 👍"),
]  # fmt: skip
pytestmark = pytest.mark.usefixtures("in_acme")


@pytest.mark.parametrize(("asked", "cited", "text"), HONEST, ids=[text for _, _, text in HONEST])
def test_it_is_said(asked: str, cited: str, text: str, settings: LazySettings) -> None:
    with serving(says_of(cited, text)) as server:
        use(server, settings)
        made = engines.answer(asks(asked), ear := Ear())
    assert isinstance(made.outcome, Answer), made
    assert "".join(ear.now) == made.outcome.text == text.replace(" [p1]", "")


@pytest.mark.parametrize("text", ["Could you tell me which bicycle you mean?", "Happy to help! What is it about?"])
def test_a_question_back_needs_no_source(text: str, settings: LazySettings) -> None:
    with serving(says(text)) as server:
        use(server, settings)
        made = engines.answer(asks("I have a problem with my bicycle and the thing on it."), Ear())
    assert isinstance(made.outcome, Answer), made
    assert (made.outcome.text, made.outcome.sources) == (text, ())
