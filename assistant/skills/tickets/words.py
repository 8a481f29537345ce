"""What the assistant says about tickets."""

from collections.abc import Mapping

from assistant.words import Words

EMAIL_LABEL: Words = {
    "en": "E-mail", "de": "E-Mail", "fr": "E-mail", "es": "Correo", "it": "E-mail", "pt": "E-mail", "nl": "E-mail",
}  # fmt: skip
ASK_EMAIL: Words = {
    "en": "Under which e-mail address did you write to us?",
    "de": "Unter welcher E-Mail-Adresse haben Sie uns geschrieben?",
    "fr": "Avec quelle adresse e-mail nous avez-vous écrit ?",
    "es": "¿Con qué dirección de correo nos escribió?",
    "it": "Con quale indirizzo e-mail ci ha scritto?",
    "pt": "Com que endereço de e-mail nos escreveu?",
    "nl": "Met welk e-mailadres hebt u ons geschreven?",
}
ASK_EMAIL_AGAIN: Words = {
    "en": "I need the full address, such as name@example.com.",
    "de": "Ich brauche die ganze Adresse, etwa name@example.com.",
    "fr": "Il me faut l'adresse complète, par exemple nom@example.com.",
    "es": "Necesito la dirección completa, por ejemplo nombre@example.com.",
    "it": "Mi serve l'indirizzo completo, per esempio nome@example.com.",
    "pt": "Preciso do endereço completo, por exemplo nome@example.com.",
    "nl": "Ik heb het volledige adres nodig, zoals naam@example.com.",
}
TICKET_LABEL: Words = {
    "en": "Ticket", "de": "Ticket", "fr": "Ticket", "es": "Ticket", "it": "Ticket", "pt": "Ticket", "nl": "Ticket",
}  # fmt: skip
WHICH: Words = {
    "en": "Which of these is it about?",
    "de": "Um welchen dieser Vorgänge geht es?",
    "fr": "De laquelle de ces demandes s'agit-il ?",
    "es": "¿De cuál de estas consultas se trata?",
    "it": "Di quale di queste richieste si tratta?",
    "pt": "De qual destes pedidos se trata?",
    "nl": "Over welke van deze meldingen gaat het?",
}
NOT_YOURS: Words = {
    "en": "I find no ticket {number} under your address. Which of yours is it about?",
    "de": "Unter Ihrer Adresse finde ich kein Ticket {number}. Um welches von Ihren geht es?",
    "fr": "Je ne trouve pas de ticket {number} à votre adresse. Duquel des vôtres s'agit-il ?",
    "es": "No encuentro ningún ticket {number} con su dirección. ¿De cuál de los suyos se trata?",
    "it": "Con il suo indirizzo non trovo nessun ticket {number}. Di quale dei suoi si tratta?",
    "pt": "Não encontro nenhum ticket {number} com o seu endereço. De qual dos seus se trata?",
    "nl": "Onder uw adres vind ik geen ticket {number}. Over welk van uw tickets gaat het?",
}
ADDITION_LABEL: Words = {
    "en": "To add", "de": "Nachtrag", "fr": "À ajouter", "es": "Para añadir", "it": "Da aggiungere",
    "pt": "A acrescentar", "nl": "Toe te voegen",
}  # fmt: skip
NONE_YET: Words = {
    "en": "There is no open ticket under {email}. Tell me in a few sentences what it is about, and I open one.",
    "de": "Unter {email} ist kein Ticket offen. Sagen Sie mir kurz, worum es geht, und ich lege eines an.",
    "fr": "Aucun ticket n'est ouvert pour {email}. Dites-moi en quelques phrases de quoi il s'agit et j'en ouvre un.",
    "es": "No hay ningún ticket abierto con {email}. Dígame en unas frases de qué se trata y abro uno.",
    "it": "Con {email} non c'è nessun ticket aperto. Mi dica in poche frasi di che si tratta e ne apro uno.",
    "pt": "Não há nenhum ticket aberto com {email}. Diga-me em poucas frases do que se trata e abro um.",
    "nl": "Onder {email} is geen ticket open. Vertel in een paar zinnen waar het over gaat, dan open ik er een.",
}
TELL_AGAIN: Words = {
    "en": "Please write in your own words what I should pass on.",
    "de": "Bitte schreiben Sie in eigenen Worten, was ich weitergeben soll.",
    "fr": "Écrivez avec vos mots ce que je dois transmettre.",
    "es": "Escriba con sus palabras lo que debo transmitir.",
    "it": "Scriva con parole sue che cosa devo trasmettere.",
    "pt": "Escreva por palavras suas o que devo transmitir.",
    "nl": "Schrijf in uw eigen woorden wat ik moet doorgeven.",
}
STANDS: Words = {
    "en": "Ticket **{number}** ({subject}): {state}, last news on {day}.",
    "de": "Ticket **{number}** ({subject}): {state}, zuletzt Neues am {day}.",
    "fr": "Ticket **{number}** ({subject}) : {state}, dernières nouvelles le {day}.",
    "es": "Ticket **{number}** ({subject}): {state}, última novedad el {day}.",
    "it": "Ticket **{number}** ({subject}): {state}, ultime novità {day}.",
    "pt": "Ticket **{number}** ({subject}): {state}, última novidade em {day}.",
    "nl": "Ticket **{number}** ({subject}): {state}, laatste nieuws op {day}.",
}
NEWEST: Words = {
    "en": "The newest entry: “{text}”",
    "de": "Der neueste Eintrag: „{text}“",
    "fr": "La dernière entrée : « {text} »",
    "es": "La entrada más reciente: «{text}»",
    "it": "L'ultima voce: «{text}»",
    "pt": "A entrada mais recente: “{text}”",
    "nl": "Het nieuwste bericht: “{text}”",
}
ADD_MORE: Words = {
    "en": "If there is something to add, write it here and I put it on the ticket.",
    "de": "Wenn etwas nachzutragen ist, schreiben Sie es hier, dann kommt es ins Ticket.",
    "fr": "S'il y a quelque chose à ajouter, écrivez-le ici et je le joins au ticket.",
    "es": "Si hay algo que añadir, escríbalo aquí y lo pongo en el ticket.",
    "it": "Se c'è qualcosa da aggiungere, lo scriva qui e lo metto nel ticket.",
    "pt": "Se houver algo a acrescentar, escreva aqui e junto ao ticket.",
    "nl": "Is er iets toe te voegen, schrijf het hier, dan zet ik het in het ticket.",
}
NOTHING_MORE: Words = {
    "en": "No, thanks", "de": "Nein, danke", "fr": "Non, merci", "es": "No, gracias", "it": "No, grazie",
    "pt": "Não, obrigado", "nl": "Nee, bedankt",
}  # fmt: skip
ADDED: Words = {
    "en": "I have put that on ticket **{number}**. Whoever works on it sees it there.",
    "de": "Das steht jetzt im Ticket **{number}**. Wer daran arbeitet, sieht es dort.",
    "fr": "C'est ajouté au ticket **{number}**. La personne qui s'en occupe le voit.",
    "es": "Lo he puesto en el ticket **{number}**. Quien lo lleva lo ve ahí.",
    "it": "L'ho messo nel ticket **{number}**. Chi se ne occupa lo vede lì.",
    "pt": "Está no ticket **{number}**. Quem trata dele vê-o aí.",
    "nl": "Het staat nu in ticket **{number}**. Wie eraan werkt, ziet het daar.",
}
OPENED: Words = {
    "en": "I have opened ticket **{number}** with your words. Name this number and anybody here finds it.",
    "de": "Ich habe mit Ihren Worten das Ticket **{number}** angelegt. Mit dieser Nummer findet es hier jeder.",
    "fr": "J'ai ouvert le ticket **{number}** avec vos mots. Avec ce numéro, chacun ici le retrouve.",
    "es": "He abierto el ticket **{number}** con sus palabras. Con este número cualquiera aquí lo encuentra.",
    "it": "Ho aperto il ticket **{number}** con le sue parole. Con questo numero chiunque qui lo trova.",
    "pt": "Abri o ticket **{number}** com as suas palavras. Com este número qualquer pessoa aqui o encontra.",
    "nl": "Ik heb met uw woorden ticket **{number}** geopend. Met dit nummer vindt iedereen hier het terug.",
}
STATES: Mapping[str, Words] = {
    "open": {
        "en": "we are working on it", "de": "wir arbeiten daran", "fr": "nous y travaillons",
        "es": "estamos en ello", "it": "ci stiamo lavorando", "pt": "estamos a tratar dele", "nl": "we werken eraan",
    },
    "waiting": {
        "en": "we wait for something from you", "de": "wir warten auf etwas von Ihnen",
        "fr": "nous attendons quelque chose de vous", "es": "esperamos algo de usted",
        "it": "aspettiamo qualcosa da lei", "pt": "esperamos algo da sua parte", "nl": "we wachten op iets van u",
    },
    "solved": {
        "en": "solved", "de": "gelöst", "fr": "résolu", "es": "resuelto", "it": "risolto", "pt": "resolvido",
        "nl": "opgelost",
    },
    "closed": {
        "en": "closed", "de": "abgeschlossen", "fr": "clos", "es": "cerrado", "it": "chiuso", "pt": "fechado",
        "nl": "gesloten",
    },
}  # fmt: skip
CLOSED: Words = {
    "en": "Ticket {number} is closed, so I can't add to it myself.",
    "de": "Das Ticket {number} ist abgeschlossen, deshalb kann ich nichts mehr selbst ergänzen.",
    "fr": "Le ticket {number} est clos, je ne peux donc rien y ajouter moi-même.",
    "es": "El ticket {number} está cerrado, así que no puedo añadir nada por mi cuenta.",
    "it": "Il ticket {number} è chiuso, quindi non posso aggiungere nulla da solo.",
    "pt": "O ticket {number} está fechado, por isso não posso acrescentar nada sozinho.",
    "nl": "Ticket {number} is gesloten, dus ik kan er zelf niets meer aan toevoegen.",
}
NO_NEWS: Words = {
    "en": "There has been no news on ticket {number} for {days} days. I'm sorry that you had to ask.",
    "de": "Zum Ticket {number} gab es seit {days} Tagen nichts Neues. Es tut mir leid, dass Sie nachfragen mussten.",
    "fr": "Pas de nouvelles du ticket {number} depuis {days} jours. Je regrette que vous ayez dû demander.",
    "es": "No hay novedades del ticket {number} desde hace {days} días. Siento que haya tenido que preguntar.",
    "it": "Non ci sono novità sul ticket {number} da {days} giorni. Mi dispiace che abbia dovuto chiedere.",
    "pt": "Não há novidades do ticket {number} há {days} dias. Lamento que tenha tido de perguntar.",
    "nl": "Er is al {days} dagen geen nieuws over ticket {number}. Het spijt me dat u ernaar moest vragen.",
}
NO_TICKET: Words = {
    "en": "Under this e-mail address I find no open ticket.",
    "de": "Unter dieser E-Mail-Adresse finde ich kein offenes Ticket.",
    "fr": "Je ne trouve aucun ticket ouvert sous cette adresse e-mail.",
    "es": "Con este correo no encuentro ningún ticket abierto.",
    "it": "Con questo indirizzo e-mail non trovo ticket aperti.",
    "pt": "Com este endereço de e-mail não encontro nenhum ticket aberto.",
    "nl": "Onder dit e-mailadres vind ik geen open ticket.",
}
