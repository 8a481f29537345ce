"""How the assistant's own words sound where a tenant wants them other than warm; articles are quoted as they are.

A visitor is told that this is an AI in every tone.
"""

from collections.abc import Mapping

from assistant import words
from assistant.models import Tone
from assistant.words import Words

_NEUTRAL: tuple[tuple[Words, Words], ...] = (
    (
        words.GREETING,
        {
            "en": "Hello, this is the AI assistant. What is your question?",
            "de": "Hallo, hier ist der KI-Assistent. Was ist Ihre Frage?",
            "fr": "Bonjour, ici l'assistant IA. Quelle est votre question ?",
            "es": "Hola, aquí el asistente de IA. ¿Cuál es su pregunta?",
            "it": "Salve, qui l'assistente IA. Qual è la sua domanda?",
            "pt": "Olá, aqui o assistente de IA. Qual é a sua pergunta?",
            "nl": "Hallo, dit is de AI-assistent. Wat is uw vraag?",
        },
    ),
    (
        words.THANKS,
        {
            "en": "You are welcome. Anything else?",
            "de": "Gern. Sonst noch etwas?",
            "fr": "Je vous en prie. Autre chose ?",
            "es": "De nada. ¿Algo más?",
            "it": "Prego. Altro?",
            "pt": "De nada. Mais alguma coisa?",
            "nl": "Graag gedaan. Verder nog iets?",
        },
    ),
    (
        words.GOODBYE,
        {
            "en": "Goodbye.",
            "de": "Auf Wiedersehen.",
            "fr": "Au revoir.",
            "es": "Hasta luego.",
            "it": "Arrivederci.",
            "pt": "Até logo.",
            "nl": "Tot ziens.",
        },
    ),
    (
        words.ACKNOWLEDGED,
        {
            "en": "Good. Anything else?",
            "de": "Gut. Sonst noch etwas?",
            "fr": "Bien. Autre chose ?",
            "es": "Bien. ¿Algo más?",
            "it": "Bene. Altro?",
            "pt": "Certo. Mais alguma coisa?",
            "nl": "Goed. Verder nog iets?",
        },
    ),
    (
        words.UNSURE,
        {
            "en": "I found no reliable answer to that. A person can take over, or you can ask in other words.",
            "de": "Dazu gibt es keine verlässliche Antwort. Ein Mensch kann übernehmen, oder Sie fragen anders.",
            "fr": "Je n'ai pas de réponse fiable. Une personne peut prendre le relais, ou vous pouvez reformuler.",
            "es": "No hay una respuesta fiable. Puede seguir una persona, o puede preguntarlo de otra manera.",
            "it": "Non c'è una risposta affidabile. Può subentrare una persona, o può chiedere con altre parole.",
            "pt": "Não há uma resposta segura. Uma pessoa pode continuar, ou pode perguntar de outra forma.",
            "nl": "Daar is geen betrouwbaar antwoord op. Een mens kan het overnemen, of u vraagt het anders.",
        },
    ),
)
_FORMAL: tuple[tuple[Words, Words], ...] = (
    (
        words.GREETING,
        {
            "en": "Good day. I am the AI assistant of this company. How may I assist you?",
            "de": "Guten Tag. Ich bin der KI-Assistent dieses Unternehmens. Womit darf ich Ihnen behilflich sein?",
            "fr": "Bonjour. Je suis l'assistant IA de l'entreprise. Comment puis-je vous renseigner ?",
            "es": "Buenos días. Soy el asistente de IA de esta empresa. ¿En qué puedo servirle?",
            "it": "Buongiorno. Sono l'assistente IA dell'azienda. In che cosa posso esserle utile?",
            "pt": "Bom dia. Sou o assistente de IA desta empresa. Em que lhe posso ser útil?",
            "nl": "Goedendag. Ik ben de AI-assistent van dit bedrijf. Waarmee mag ik u van dienst zijn?",
        },
    ),
    (
        words.THANKS,
        {
            "en": "You are most welcome. May I assist you with anything else?",
            "de": "Sehr gern. Darf ich Ihnen noch mit etwas anderem behilflich sein?",
            "fr": "Je vous en prie. Puis-je vous renseigner sur un autre point ?",
            "es": "Ha sido un placer. ¿Puedo servirle en algo más?",
            "it": "È stato un piacere. Posso esserle utile in altro?",
            "pt": "Foi um prazer. Posso ser-lhe útil em mais alguma coisa?",
            "nl": "Tot uw dienst. Mag ik u nog ergens anders mee helpen?",
        },
    ),
    (
        words.GOODBYE,
        {
            "en": "Thank you for contacting us. We wish you a pleasant day.",
            "de": "Vielen Dank für Ihre Anfrage. Wir wünschen Ihnen einen angenehmen Tag.",
            "fr": "Nous vous remercions de votre message et vous souhaitons une agréable journée.",
            "es": "Le agradecemos su mensaje y le deseamos un buen día.",
            "it": "La ringraziamo per averci contattato e le auguriamo una buona giornata.",
            "pt": "Agradecemos o seu contacto e desejamos-lhe um bom dia.",
            "nl": "Wij danken u voor uw bericht en wensen u een prettige dag.",
        },
    ),
    (
        words.ACKNOWLEDGED,
        {
            "en": "Very well. Is there anything further you would like to know?",
            "de": "Sehr gut. Wünschen Sie noch eine weitere Auskunft?",
            "fr": "Très bien. Souhaitez-vous un autre renseignement ?",
            "es": "Muy bien. ¿Desea alguna otra información?",
            "it": "Molto bene. Desidera altre informazioni?",
            "pt": "Muito bem. Deseja mais alguma informação?",
            "nl": "Uitstekend. Wenst u nog verdere informatie?",
        },
    ),
    (
        words.UNSURE,
        {
            "en": "I regret that I have found no reliable answer to your question. "
            "Would you like me to refer you to a member of the team? You may also rephrase your question.",
            "de": "Leider liegt mir zu Ihrer Frage keine verlässliche Auskunft vor. "
            "Darf ich Sie mit einem Menschen aus dem Team verbinden? Gern können Sie Ihre Frage auch anders stellen.",
            "fr": "Je regrette de n'avoir trouvé aucune réponse fiable à votre question. "
            "Souhaitez-vous être mis en relation avec une personne de l'équipe ? Vous pouvez aussi la reformuler.",
            "es": "Lamento no haber encontrado una respuesta fiable a su consulta. "
            "¿Desea que le atienda una persona del equipo? También puede formularla de otra manera.",
            "it": "Sono spiacente di non aver trovato una risposta affidabile alla sua domanda. "
            "Desidera parlare con una persona del team? Può anche riformularla.",
            "pt": "Lamento não ter encontrado uma resposta segura à sua pergunta. "
            "Deseja ser atendido por uma pessoa da equipa? Pode também reformulá-la.",
            "nl": "Helaas heb ik geen betrouwbaar antwoord op uw vraag gevonden. "
            "Wenst u een medewerker te spreken? U kunt uw vraag ook anders stellen.",
        },
    ),
)
_VARIANTS: Mapping[str, tuple[tuple[Words, Words], ...]] = {Tone.NEUTRAL: _NEUTRAL, Tone.FORMAL: _FORMAL}


def in_tone(said: Words, tone: str) -> Words:
    """The words as they sound in the tone; as they are where it has none of its own."""
    return next((variant for base, variant in _VARIANTS.get(tone, ()) if base is said), said)
