"""Fixed words that customers read, in the seven languages of the widget."""

from collections.abc import Mapping

ENGLISH = "en"

ACCEPTED = {
    "en": "{name} from {team} has read everything above.",
    "de": "{name} vom Team {team} hat alles oben gelesen.",
    "fr": "{name} de l'équipe {team} a lu tout l'échange ci-dessus.",
    "es": "{name} de {team} ha leído todo lo anterior.",
    "pt": "{name} da equipa {team} leu tudo o que está acima.",
    "it": "{name} del team {team} ha letto tutto quanto sopra.",
    "nl": "{name} van {team} heeft alles hierboven gelezen.",
}
JOINED = {
    "en": "{name} has joined and has read everything above.",
    "de": "{name} ist dazugekommen und hat alles oben gelesen.",
    "fr": "{name} a rejoint la conversation et a lu tout l'échange ci-dessus.",
    "es": "{name} se ha unido y ha leído todo lo anterior.",
    "pt": "{name} juntou-se à conversa e leu tudo o que está acima.",
    "it": "{name} si è unito alla conversazione e ha letto tutto quanto sopra.",
    "nl": "{name} doet nu mee en heeft alles hierboven gelezen.",
}
GOES_ON_ELSEWHERE = {
    "en": "We go on in your other conversation, where everything from here is known.",
    "de": "Wir machen in Ihrem anderen Gespräch weiter; dort ist alles von hier bekannt.",
    "fr": "Nous continuons dans votre autre conversation, où tout ce qui est dit ici est connu.",
    "es": "Seguimos en su otra conversación, donde se conoce todo lo dicho aquí.",
    "pt": "Continuamos na sua outra conversa, onde tudo o que foi dito aqui é conhecido.",
    "it": "Proseguiamo nell'altra sua conversazione, dove è noto tutto ciò che è stato detto qui.",
    "nl": "We gaan verder in uw andere gesprek, waar alles van hier bekend is.",
}
HANDED_BACK = {
    "en": "{name} has handed back to the assistant. You can ask for a person at any time.",
    "de": "{name} hat wieder an den Assistenten übergeben. Sie können jederzeit nach einem Menschen fragen.",
    "fr": "{name} a repassé la conversation à l'assistant. Vous pouvez demander une personne à tout moment.",
    "es": "{name} ha devuelto la conversación al asistente. Puede pedir una persona cuando quiera.",
    "pt": "{name} devolveu a conversa ao assistente. Pode pedir uma pessoa a qualquer momento.",
    "it": "{name} ha ripassato la conversazione all'assistente. Può chiedere una persona in qualsiasi momento.",
    "nl": "{name} heeft het gesprek teruggegeven aan de assistent. U kunt altijd om een mens vragen.",
}
QUEUED = {
    "en": "Waiting for {team}. Your place is kept, also if you close this window.",
    "de": "Warten auf {team}. Ihr Platz bleibt erhalten, auch wenn Sie dieses Fenster schließen.",
    "fr": "En attente de {team}. Votre place est gardée, même si vous fermez cette fenêtre.",
    "es": "Esperando a {team}. Su turno se guarda aunque cierre esta ventana.",
    "pt": "À espera de {team}. O seu lugar fica guardado, mesmo que feche esta janela.",
    "it": "In attesa di {team}. Il suo posto resta riservato anche se chiude questa finestra.",
    "nl": "Wachten op {team}. Uw plaats blijft bewaard, ook als u dit venster sluit.",
}
TRANSFERRED = {
    "en": "You are being passed to {team}, who can read everything above. Your place is kept.",
    "de": "Sie werden an {team} weitergegeben; dort kann man alles oben lesen. Ihr Platz bleibt erhalten.",
    "fr": "Vous êtes transmis à {team}, qui peut lire tout l'échange ci-dessus. Votre place est gardée.",
    "es": "Le pasamos con {team}, que puede leer todo lo anterior. Su turno se guarda.",
    "pt": "A conversa passa para {team}, que pode ler tudo o que está acima. O seu lugar fica guardado.",
    "it": "La passiamo a {team}, che può leggere tutto quanto sopra. Il suo posto resta riservato.",
    "nl": "U wordt doorgegeven aan {team}; daar kan men alles hierboven lezen. Uw plaats blijft bewaard.",
}
RETURNED = {
    "en": "Sorry for the wait. Somebody else from {team} will take over and can read everything above.",
    "de": "Entschuldigen Sie das Warten. Jemand anderes von {team} übernimmt und kann alles oben lesen.",
    "fr": "Désolés pour l'attente. Une autre personne de {team} prend la suite et peut lire tout l'échange.",
    "es": "Disculpe la espera. Otra persona de {team} seguirá y puede leer todo lo anterior.",
    "pt": "Desculpe a espera. Outra pessoa de {team} vai continuar e pode ler tudo o que está acima.",
    "it": "Ci scusi per l'attesa. Un'altra persona di {team} prosegue e può leggere tutto quanto sopra.",
    "nl": "Excuses voor het wachten. Iemand anders van {team} neemt het over en kan alles hierboven lezen.",
}
STILL_WAITING = {
    "en": "Still waiting for {team}. Everybody is busy just now; your place is kept, also if you leave.",
    "de": "Noch immer warten wir auf {team}. Gerade sind alle beschäftigt; Ihr Platz bleibt erhalten.",
    "fr": "Toujours en attente de {team}. Tout le monde est occupé ; votre place est gardée, même si vous partez.",
    "es": "Seguimos esperando a {team}. Ahora están todos ocupados; su turno se guarda aunque se vaya.",
    "pt": "Continuamos à espera de {team}. Estão todos ocupados; o seu lugar fica guardado, mesmo que saia.",
    "it": "Ancora in attesa di {team}. Ora sono tutti occupati; il suo posto resta riservato anche se esce.",
    "nl": "Nog steeds in afwachting van {team}. Iedereen is nu bezig; uw plaats blijft bewaard, ook als u weggaat.",
}
STILL_ON_IT = {
    "en": "This takes longer than we would like. {name} has your message.",
    "de": "Das dauert länger, als uns lieb ist. {name} hat Ihre Nachricht.",
    "fr": "Cela prend plus de temps que nous le voudrions. {name} a bien reçu votre message.",
    "es": "Esto tarda más de lo que quisiéramos. {name} tiene su mensaje.",
    "pt": "Está a demorar mais do que gostaríamos. {name} tem a sua mensagem.",
    "it": "Ci vuole più tempo di quanto vorremmo. {name} ha il suo messaggio.",
    "nl": "Dit duurt langer dan we willen. {name} heeft uw bericht.",
}
OUR_TEAM = {
    "en": "our team",
    "de": "unser Team",
    "fr": "notre équipe",
    "es": "nuestro equipo",
    "pt": "a nossa equipa",
    "it": "il nostro team",
    "nl": "ons team",
}
RESOLVED = {
    "en": "This conversation was marked as resolved. Write again and it opens right where you left it.",
    "de": "Diese Unterhaltung gilt als gelöst. Schreiben Sie einfach wieder, dann geht sie hier weiter.",
    "fr": "Cette conversation est marquée comme résolue. Écrivez à nouveau et elle reprendra ici.",
    "es": "Esta conversación se ha dado por resuelta. Si vuelve a escribir, seguirá donde la dejó.",
    "pt": "Esta conversa foi dada como resolvida. Se escrever de novo, continua onde ficou.",
    "it": "Questa conversazione è stata segnata come risolta. Se scrive di nuovo, riprende da qui.",
    "nl": "Dit gesprek is als opgelost gemarkeerd. Schrijf opnieuw en het gaat hier verder.",
}
REOPENED = {
    "en": "The conversation is open again.",
    "de": "Die Unterhaltung ist wieder offen.",
    "fr": "La conversation est de nouveau ouverte.",
    "es": "La conversación está abierta de nuevo.",
    "pt": "A conversa está novamente aberta.",
    "it": "La conversazione è di nuovo aperta.",
    "nl": "Het gesprek is weer open.",
}
PERSON_PLEASE = {
    "en": "I'd like to talk to a person, please.",
    "de": "Ich möchte bitte mit einem Menschen sprechen.",
    "fr": "Je voudrais parler à une personne, s'il vous plaît.",
    "es": "Quisiera hablar con una persona, por favor.",
    "pt": "Gostaria de falar com uma pessoa, por favor.",
    "it": "Vorrei parlare con una persona, per favore.",
    "nl": "Ik wil graag met een mens spreken.",
}
AI_NOTICE = {
    "en": "You are chatting with the AI assistant of {company}. Ask for a person whenever you like.",
    "de": "Sie schreiben mit dem KI-Assistenten von {company}. Nach einem Menschen können Sie jederzeit fragen.",
    "fr": "Vous échangez avec l'assistant IA de {company}. Demandez une personne quand vous le souhaitez.",
    "es": "Está hablando con el asistente de IA de {company}. Pida una persona cuando quiera.",
    "pt": "Está a falar com o assistente de IA de {company}. Peça uma pessoa quando quiser.",
    "it": "Sta parlando con l'assistente IA di {company}. Chieda una persona quando vuole.",
    "nl": "U praat met de AI-assistent van {company}. Vraag om een mens wanneer u wilt.",
}
ASSISTANT_DOWN = {
    "en": "I can't look this up right now, so I'm passing you to a colleague who can read everything above.",
    "de": "Ich kann das gerade nicht nachsehen und gebe Sie an jemanden weiter, der alles oben lesen kann.",
    "fr": "Je ne peux pas vérifier cela pour l'instant ; je vous passe un collègue qui peut lire tout l'échange.",
    "es": "Ahora mismo no puedo consultarlo, así que le paso con alguien que puede leer todo lo anterior.",
    "pt": "Neste momento não consigo verificar; vou passar a conversa a alguém que pode ler tudo acima.",
    "it": "Ora non riesco a verificarlo: la passo a una persona che può leggere tutto quanto sopra.",
    "nl": "Ik kan dit nu niet opzoeken en geef u door aan een collega die alles hierboven kan lezen.",
}


BEING_CHECKED = {
    "en": "A person from our team looks at the assistant's answer first. It comes in a moment.",
    "de": "Ein Mensch aus unserem Team sieht sich die Antwort des Assistenten vorher an. Sie kommt gleich.",
    "fr": "Une personne de notre équipe relit d'abord la réponse de l'assistant. Elle arrive dans un instant.",
    "es": "Una persona de nuestro equipo revisa antes la respuesta del asistente. Llega en un momento.",
    "pt": "Uma pessoa da nossa equipa revê primeiro a resposta do assistente. Chega dentro de momentos.",
    "it": "Una persona del nostro team controlla prima la risposta dell'assistente. Arriva fra un momento.",
    "nl": "Iemand van ons team kijkt eerst naar het antwoord van de assistent. Het komt zo.",
}
NOBODY_CHECKED = {
    "en": "This takes longer than it should, so I'm passing you to a colleague who can read everything above.",
    "de": "Das dauert länger, als es sollte. Ich gebe Sie an jemanden weiter, der alles oben lesen kann.",
    "fr": "Cela prend trop de temps ; je vous passe un collègue qui peut lire tout l'échange.",
    "es": "Esto tarda más de lo debido, así que le paso con alguien que puede leer todo lo anterior.",
    "pt": "Está a demorar mais do que devia; vou passar a conversa a alguém que pode ler tudo acima.",
    "it": "Ci vuole più del dovuto: la passo a una persona che può leggere tutto quanto sopra.",
    "nl": "Dit duurt langer dan het zou moeten; ik geef u door aan een collega die alles hierboven kan lezen.",
}

NOT_CARRIED_OUT = {
    "en": "That did not go through after all. A colleague looks at it now and can read everything above.",
    "de": "Das hat leider doch nicht geklappt. Jetzt sieht es sich jemand an, der alles oben lesen kann.",
    "fr": "Finalement, cela n'a pas abouti. Un collègue s'en occupe et peut lire tout l'échange.",
    "es": "Al final no se ha podido hacer. Ahora lo mira una persona que puede leer todo lo anterior.",
    "pt": "Afinal não foi possível concluir. Uma pessoa vai ver o caso e pode ler tudo o que está acima.",
    "it": "Alla fine non è andato a buon fine. Ora se ne occupa una persona che può leggere tutto quanto sopra.",
    "nl": "Dat is toch niet gelukt. Iemand kijkt er nu naar en kan alles hierboven lezen.",
}

NO_PASSWORDS = {
    "en": "Please never write a password into this chat; what looked like one was removed before anybody read "
    "it. If it is still in use somewhere, change it there.",
    "de": "Bitte schreiben Sie nie ein Passwort in diesen Chat; was so aussah, wurde entfernt, bevor es jemand "
    "las. Falls es noch irgendwo gilt, ändern Sie es dort.",
    "fr": "N'écrivez jamais de mot de passe dans ce chat ; ce qui y ressemblait a été retiré avant que "
    "quelqu'un le lise. S'il sert encore quelque part, changez-le.",
    "es": "No escriba nunca una contraseña en este chat; lo que lo parecía se quitó antes de que nadie lo "
    "leyera. Si todavía la usa, cámbiela.",
    "it": "Non scriva mai una password in questa chat; quello che sembrava una password è stato tolto prima che"
    " qualcuno lo leggesse. Se la usa ancora da qualche parte, la cambi.",
    "pt": "Nunca escreva uma palavra-passe neste chat; o que parecia uma foi retirado antes de alguém o ler. Se"
    " ainda a usa nalgum lado, mude-a.",
    "nl": "Schrijf nooit een wachtwoord in deze chat; wat erop leek is verwijderd voordat iemand het las. "
    "Gebruikt u het nog ergens, wijzig het daar dan.",
}
CORRECTION = {
    "en": "Correction: {what}",
    "de": "Korrektur: {what}",
    "fr": "Correction : {what}",
    "es": "Corrección: {what}",
    "pt": "Correção: {what}",
    "it": "Correzione: {what}",
    "nl": "Correctie: {what}",
}
DECIDED_BY = {
    "en": "Decided by {name} on {date}",
    "de": "Entschieden von {name} am {date}",
    "fr": "Décidé par {name} le {date}",
    "es": "Decidido por {name} el {date}",
    "pt": "Decidido por {name} em {date}",
    "it": "Deciso da {name} il {date}",
    "nl": "Besloten door {name} op {date}",
}
PROMISED_BY = {
    "en": "Promised by {name} on {date}",
    "de": "Zugesagt von {name} am {date}",
    "fr": "Promis par {name} le {date}",
    "es": "Prometido por {name} el {date}",
    "pt": "Prometido por {name} em {date}",
    "it": "Promesso da {name} il {date}",
    "nl": "Beloofd door {name} op {date}",
}


def team(name: str | None, language: str) -> str:
    """The team's name, or what stands for the whole desk."""
    return name if name is not None else say(OUR_TEAM, language)


def say(texts: Mapping[str, str], language: str, **names: str) -> str:
    """The words in the conversation's language, or in English, with the names filled in."""
    text = texts.get(language.split("-", maxsplit=1)[0].lower(), texts[ENGLISH])
    return text.format(**names) if names else text
