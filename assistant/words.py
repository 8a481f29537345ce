"""What the assistant itself says around the quoted knowledge, in the languages it speaks."""

from collections.abc import Mapping

Words = Mapping[str, str]

UNSURE: Words = {
    "en": "I could not find a reliable answer to that, and I would rather not guess. "
    "Shall I bring in a person? You can also ask in other words.",
    "de": "Dazu habe ich keine verlässliche Antwort gefunden, und raten möchte ich nicht. "
    "Soll ich einen Menschen dazuholen? Sie können auch anders fragen.",
    "fr": "Je n'ai pas trouvé de réponse fiable à cette question, et je préfère ne pas deviner. "
    "Voulez-vous parler à une personne ? Vous pouvez aussi reformuler.",
    "es": "No he encontrado una respuesta fiable y prefiero no adivinar. "
    "¿Quiere hablar con una persona? También puede preguntarlo de otra manera.",
    "it": "Non ho trovato una risposta affidabile e preferisco non tirare a indovinare. "
    "Vuole parlare con una persona? Può anche chiedere con altre parole.",
    "pt": "Não encontrei uma resposta segura e prefiro não adivinhar. "
    "Quer falar com uma pessoa? Também pode perguntar de outra forma.",
    "nl": "Daar heb ik geen betrouwbaar antwoord op gevonden, en gokken wil ik niet. "
    "Zal ik er een mens bij halen? U kunt het ook anders vragen.",
}

PLEASE_TELL: Words = {
    "en": "To help you with this, please tell me: {what}.",
    "de": "Damit ich Ihnen helfen kann, nennen Sie mir bitte: {what}.",
    "fr": "Pour vous aider, indiquez-moi s'il vous plaît : {what}.",
    "es": "Para poder ayudarle, indíqueme por favor: {what}.",
    "it": "Per poterla aiutare, mi indichi per favore: {what}.",
    "pt": "Para o poder ajudar, diga-me por favor: {what}.",
    "nl": "Om u te kunnen helpen, hoor ik graag: {what}.",
}

QUOTED: Words = {
    "en": "This is what our help pages say, in the language they are written in:",
    "de": "Das steht dazu auf unseren Hilfeseiten, in deren Sprache:",
    "fr": "Voici ce que disent nos pages d'aide, dans leur langue :",
    "es": "Esto dicen nuestras páginas de ayuda, en su idioma:",
    "it": "Ecco cosa dicono le nostre pagine di aiuto, nella loro lingua:",
    "pt": "É isto que dizem as nossas páginas de ajuda, no idioma delas:",
    "nl": "Dit staat er op onze hulppagina's, in de taal ervan:",
}

SAID_BEFORE: Words = {
    "en": "As I wrote above:",
    "de": "Wie oben geschrieben:",
    "fr": "Comme écrit plus haut :",
    "es": "Como escribí arriba:",
    "it": "Come ho scritto sopra:",
    "pt": "Como escrevi acima:",
    "nl": "Zoals ik hierboven schreef:",
}

NO_ANSWER_TO: Words = {
    "en": "To “{part}” I found no reliable answer. Ask for a person and they will help you with it.",
    "de": "Zu „{part}“ habe ich keine verlässliche Antwort gefunden. Ein Mensch aus dem Team hilft Ihnen damit gern.",
    "fr": "Je n'ai pas trouvé de réponse fiable à « {part} ». Demandez une personne, elle vous aidera.",
    "es": "No he encontrado una respuesta fiable a «{part}». Pida hablar con una persona y le ayudará.",
    "it": "Per «{part}» non ho trovato una risposta affidabile. Chieda di una persona, che potrà aiutarla.",
    "pt": "Para “{part}” não encontrei uma resposta segura. Peça para falar com uma pessoa, que o ajudará.",
    "nl": "Op “{part}” heb ik geen betrouwbaar antwoord gevonden. Vraag naar een mens, die helpt u verder.",
}

FILES_UNSEEN: Words = {
    "en": "I cannot look at pictures and files. If it matters what yours show, ask for a person, who can see them.",
    "de": "Bilder und Dateien kann ich nicht ansehen. Sind sie wichtig, fragen Sie nach einem Menschen: Der sieht sie.",
    "fr": "Je ne peux pas voir les images ni les fichiers. S'ils comptent, demandez une personne, qui les verra.",
    "es": "No puedo ver imágenes ni archivos. Si son importantes, pida hablar con una persona, que sí puede verlos.",
    "it": "Non posso vedere immagini e file. Se contano, chieda di una persona, che può vederli.",
    "pt": "Não consigo ver imagens nem ficheiros. Se forem importantes, peça para falar com uma pessoa, que os vê.",
    "nl": "Afbeeldingen en bestanden kan ik niet bekijken. Doen ze ertoe, vraag dan naar een mens, die ze wel ziet.",
}

ONLY_FILES: Words = {
    "en": "I cannot look at pictures and files. Please tell me in a few words what it is about, "
    "or ask for a person, who can see them.",
    "de": "Bilder und Dateien kann ich nicht ansehen. Bitte sagen Sie mir in ein paar Worten, worum es geht, "
    "oder fragen Sie nach einem Menschen: Der sieht sie.",
    "fr": "Je ne peux pas voir les images ni les fichiers. Dites-moi en quelques mots de quoi il s'agit, "
    "ou demandez une personne, qui les verra.",
    "es": "No puedo ver imágenes ni archivos. Dígame en pocas palabras de qué se trata "
    "o pida hablar con una persona, que sí puede verlos.",
    "it": "Non posso vedere immagini e file. Mi dica in poche parole di che cosa si tratta, "
    "oppure chieda di una persona, che può vederli.",
    "pt": "Não consigo ver imagens nem ficheiros. Diga-me em poucas palavras do que se trata "
    "ou peça para falar com uma pessoa, que os pode ver.",
    "nl": "Afbeeldingen en bestanden kan ik niet bekijken. Vertel me in een paar woorden waar het over gaat, "
    "of vraag naar een mens, die ze wel ziet.",
}

GREETING: Words = {
    "en": "Hello! I am the AI assistant. What can I help you with?",
    "de": "Hallo! Ich bin der KI-Assistent. Wobei kann ich helfen?",
    "fr": "Bonjour ! Je suis l'assistant IA. En quoi puis-je vous aider ?",
    "es": "¡Hola! Soy el asistente de IA. ¿En qué puedo ayudarle?",
    "it": "Buongiorno! Sono l'assistente IA. Come posso aiutarla?",
    "pt": "Olá! Sou o assistente de IA. Em que posso ajudar?",
    "nl": "Hallo! Ik ben de AI-assistent. Waarmee kan ik u helpen?",
}

THANKS: Words = {
    "en": "You are welcome! Is there anything else I can help with?",
    "de": "Gern geschehen! Kann ich sonst noch helfen?",
    "fr": "Avec plaisir ! Puis-je encore vous aider ?",
    "es": "¡De nada! ¿Puedo ayudarle en algo más?",
    "it": "Prego! Posso aiutarla in altro?",
    "pt": "De nada! Posso ajudar em mais alguma coisa?",
    "nl": "Graag gedaan! Kan ik nog ergens mee helpen?",
}

GOODBYE: Words = {
    "en": "Goodbye, and thank you for writing to us.",
    "de": "Auf Wiedersehen und danke für Ihre Nachricht.",
    "fr": "Au revoir et merci de nous avoir écrit.",
    "es": "Hasta pronto y gracias por escribirnos.",
    "it": "Arrivederci e grazie di averci scritto.",
    "pt": "Até breve e obrigado por nos escrever.",
    "nl": "Tot ziens en bedankt voor uw bericht.",
}

WHAT_I_AM: Words = {
    "en": "I am an AI assistant: I answer from this company's help pages. "
    "Say so at any time if you would rather speak with a person.",
    "de": "Ich bin ein KI-Assistent und antworte aus den Hilfeseiten dieses Unternehmens. "
    "Sagen Sie jederzeit, wenn Sie lieber mit einem Menschen sprechen.",
    "fr": "Je suis un assistant IA : je réponds à partir des pages d'aide de l'entreprise. "
    "Dites-le à tout moment si vous préférez parler à une personne.",
    "es": "Soy un asistente de IA: respondo a partir de las páginas de ayuda de esta empresa. "
    "Dígalo en cualquier momento si prefiere hablar con una persona.",
    "it": "Sono un assistente IA: rispondo a partire dalle pagine di aiuto dell'azienda. "
    "Lo dica in qualsiasi momento se preferisce parlare con una persona.",
    "pt": "Sou um assistente de IA: respondo a partir das páginas de ajuda desta empresa. "
    "Diga a qualquer momento se prefere falar com uma pessoa.",
    "nl": "Ik ben een AI-assistent en antwoord uit de hulppagina's van dit bedrijf. "
    "Zeg het gerust als u liever met een mens spreekt.",
}

ACKNOWLEDGED: Words = {
    "en": "Good. Is there anything else you would like to know?",
    "de": "Gut. Möchten Sie sonst noch etwas wissen?",
    "fr": "Bien. Souhaitez-vous savoir autre chose ?",
    "es": "Bien. ¿Desea saber algo más?",
    "it": "Bene. Desidera sapere altro?",
    "pt": "Certo. Quer saber mais alguma coisa?",
    "nl": "Goed. Wilt u nog iets weten?",
}


AS_YOU_LIKE: Words = {
    "en": "All right. Tell me if there is anything else; you can ask for a person at any time.",
    "de": "In Ordnung. Melden Sie sich, wenn noch etwas ist; einen Menschen können Sie jederzeit verlangen.",
    "fr": "Très bien. Dites-moi s'il y a autre chose ; vous pouvez demander une personne à tout moment.",
    "es": "De acuerdo. Dígame si hay algo más; puede pedir hablar con una persona en cualquier momento.",
    "it": "Va bene. Mi dica se c'è altro; può chiedere di una persona in qualsiasi momento.",
    "pt": "Muito bem. Diga-me se houver mais alguma coisa; pode pedir para falar com uma pessoa a qualquer momento.",
    "nl": "Goed. Laat het weten als er nog iets is; u kunt altijd naar een mens vragen.",
}

TELL_MORE: Words = {
    "en": "Please tell me in a few words what it is about.",
    "de": "Bitte sagen Sie mir in ein paar Worten, worum es geht.",
    "fr": "Dites-moi en quelques mots de quoi il s'agit.",
    "es": "Dígame en pocas palabras de qué se trata.",
    "it": "Mi dica in poche parole di che cosa si tratta.",
    "pt": "Diga-me em poucas palavras do que se trata.",
    "nl": "Vertel me in een paar woorden waar het over gaat.",
}

YOU_ASKED: Words = {
    "en": "What you asked: “{wants}”",
    "de": "Ihr Anliegen: „{wants}“",
    "fr": "Votre demande : « {wants} »",
    "es": "Lo que pidió: «{wants}»",
    "it": "La sua richiesta: «{wants}»",
    "pt": "O que pediu: “{wants}”",
    "nl": "Wat u vroeg: “{wants}”",
}

TOLD_SO_FAR: Words = {
    "en": "What the assistant has told you so far",
    "de": "Was der Assistent Ihnen bisher gesagt hat",
    "fr": "Ce que l'assistant vous a dit jusqu'ici",
    "es": "Lo que el asistente le ha dicho hasta ahora",
    "it": "Quello che l'assistente le ha detto finora",
    "pt": "O que o assistente lhe disse até agora",
    "nl": "Wat de assistent u tot nu toe heeft verteld",
}

# Labels of facts, as the customer reads them; the desk reads the English ones.
FACTS: Mapping[str, Words] = {
    "email": {
        "en": "E-mail",
        "de": "E-Mail",
        "fr": "E-mail",
        "es": "Correo",
        "it": "E-mail",
        "pt": "E-mail",
        "nl": "E-mail",
    },
    "link": {"en": "Link", "de": "Link", "fr": "Lien", "es": "Enlace", "it": "Link", "pt": "Ligação", "nl": "Link"},
    "order": {
        "en": "Order number",
        "de": "Bestellnummer",
        "fr": "Numéro de commande",
        "es": "Número de pedido",
        "it": "Numero d'ordine",
        "pt": "Número da encomenda",
        "nl": "Bestelnummer",
    },
    "amount": {
        "en": "Amount",
        "de": "Betrag",
        "fr": "Montant",
        "es": "Importe",
        "it": "Importo",
        "pt": "Valor",
        "nl": "Bedrag",
    },
    "date": {"en": "Date", "de": "Datum", "fr": "Date", "es": "Fecha", "it": "Data", "pt": "Data", "nl": "Datum"},
    "phone": {
        "en": "Phone",
        "de": "Telefon",
        "fr": "Téléphone",
        "es": "Teléfono",
        "it": "Telefono",
        "pt": "Telefone",
        "nl": "Telefoon",
    },
    "postcode": {
        "en": "Postcode",
        "de": "Postleitzahl",
        "fr": "Code postal",
        "es": "Código postal",
        "it": "CAP",
        "pt": "Código postal",
        "nl": "Postcode",
    },
    "name": {"en": "Name", "de": "Name", "fr": "Nom", "es": "Nombre", "it": "Nome", "pt": "Nome", "nl": "Naam"},
    "product": {
        "en": "Product",
        "de": "Produkt",
        "fr": "Produit",
        "es": "Producto",
        "it": "Prodotto",
        "pt": "Produto",
        "nl": "Product",
    },
}


def say(words: Words, language: str) -> str:
    """`words` in `language`, else in English."""
    return words.get(language, words["en"])
