"""What the skill that collects information says."""

from collections.abc import Mapping

from assistant.words import Words

LABELS: Mapping[str, Words] = {
    "name": {
        "en": "Name", "de": "Name", "fr": "Nom", "es": "Nombre", "it": "Nome", "pt": "Nome", "nl": "Naam",
    },
    "email": {
        "en": "E-mail", "de": "E-Mail", "fr": "E-mail", "es": "Correo", "it": "E-mail", "pt": "E-mail", "nl": "E-mail",
    },
    "phone": {
        "en": "Phone", "de": "Telefon", "fr": "Téléphone", "es": "Teléfono", "it": "Telefono", "pt": "Telefone",
        "nl": "Telefoon",
    },
    "about": {
        "en": "About", "de": "Anliegen", "fr": "Sujet", "es": "Asunto", "it": "Argomento", "pt": "Assunto",
        "nl": "Onderwerp",
    },
}  # fmt: skip
ASKS: Mapping[str, Words] = {
    "name": {
        "en": "What is your name, please?",
        "de": "Wie ist Ihr Name, bitte?",
        "fr": "Quel est votre nom, s'il vous plaît ?",
        "es": "¿Cómo se llama, por favor?",
        "it": "Come si chiama, per favore?",
        "pt": "Qual é o seu nome, por favor?",
        "nl": "Wat is uw naam?",
    },
    "email": {
        "en": "At which e-mail address can we reach you?",
        "de": "Unter welcher E-Mail-Adresse erreichen wir Sie?",
        "fr": "À quelle adresse e-mail pouvons-nous vous joindre ?",
        "es": "¿En qué correo electrónico podemos contactarle?",
        "it": "A quale indirizzo e-mail possiamo contattarla?",
        "pt": "Em que endereço de e-mail o podemos contactar?",
        "nl": "Op welk e-mailadres kunnen we u bereiken?",
    },
    "phone": {
        "en": "At which phone number can we reach you?",
        "de": "Unter welcher Telefonnummer erreichen wir Sie?",
        "fr": "À quel numéro pouvons-nous vous appeler ?",
        "es": "¿En qué teléfono podemos llamarle?",
        "it": "A quale numero possiamo chiamarla?",
        "pt": "Para que número lhe podemos ligar?",
        "nl": "Op welk telefoonnummer kunnen we u bereiken?",
    },
    "about": {
        "en": "What is it about, in a few words?",
        "de": "Worum geht es, in ein paar Worten?",
        "fr": "De quoi s'agit-il, en quelques mots ?",
        "es": "¿De qué se trata, en pocas palabras?",
        "it": "Di che cosa si tratta, in poche parole?",
        "pt": "De que se trata, em poucas palavras?",
        "nl": "Waar gaat het over, in een paar woorden?",
    },
}
AGAIN: Words = {
    "en": "I could not read that as an answer. {question}",
    "de": "Das konnte ich nicht als Antwort lesen. {question}",
    "fr": "Je n'ai pas pu lire cela comme une réponse. {question}",
    "es": "No he podido leer eso como respuesta. {question}",
    "it": "Non sono riuscito a leggerlo come risposta. {question}",
    "pt": "Não consegui ler isso como resposta. {question}",
    "nl": "Dat kon ik niet als antwoord lezen. {question}",
}
CONFIRM: Words = {
    "en": "This is what I have noted:\n\n{noted}\n\nShall I pass it on?",
    "de": "Das habe ich notiert:\n\n{noted}\n\nSoll ich es weitergeben?",
    "fr": "Voici ce que j'ai noté :\n\n{noted}\n\nDois-je le transmettre ?",
    "es": "Esto es lo que he anotado:\n\n{noted}\n\n¿Lo transmito?",
    "it": "Ecco che cosa ho annotato:\n\n{noted}\n\nLo inoltro?",
    "pt": "Foi isto que anotei:\n\n{noted}\n\nPosso transmitir?",
    "nl": "Dit heb ik genoteerd:\n\n{noted}\n\nZal ik het doorgeven?",
}
KEPT: Words = {
    "en": "Thank you, I have passed it on. Somebody from the team will get back to you.",
    "de": "Danke, ich habe es weitergegeben. Jemand aus dem Team meldet sich bei Ihnen.",
    "fr": "Merci, c'est transmis. Quelqu'un de l'équipe reviendra vers vous.",
    "es": "Gracias, lo he transmitido. Alguien del equipo se pondrá en contacto con usted.",
    "it": "Grazie, ho inoltrato tutto. Qualcuno del team la contatterà.",
    "pt": "Obrigado, já transmiti. Alguém da equipa entrará em contacto consigo.",
    "nl": "Dank u, ik heb het doorgegeven. Iemand van het team neemt contact met u op.",
}
