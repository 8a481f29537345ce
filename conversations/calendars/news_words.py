"""What customers read when the desk booked, moved or cancelled their appointment, in the seven languages."""

from collections.abc import Mapping

from assistant.appointments.news import News
from assistant.words import Words

NOTICE: Mapping[News, Words] = {
    News.BOOKED: {
        "en": "Your appointment is booked: {service} on {moment}, at {place}.",
        "de": "Ihr Termin ist eingetragen: {service} am {moment}, {place}.",
        "fr": "Votre rendez-vous est pris : {service}, {moment}, {place}.",
        "es": "Su cita está reservada: {service}, {moment}, {place}.",
        "it": "Il suo appuntamento è fissato: {service}, {moment}, {place}.",
        "pt": "A sua marcação está feita: {service}, {moment}, {place}.",
        "nl": "Uw afspraak staat: {service} op {moment}, {place}.",
    },
    News.MOVED: {
        "en": "Your appointment has a new time: {service} on {moment}, at {place}. Write “move my appointment” if that "
        "does not suit you.",
        "de": "Ihr Termin hat eine neue Zeit: {service} am {moment}, {place}. Schreiben Sie „Termin verschieben“, wenn "
        "es nicht passt.",
        "fr": "Votre rendez-vous a changé d'horaire : {service}, {moment}, {place}. Écrivez « déplacer mon "
        "rendez-vous » s'il ne vous convient pas.",
        "es": "Su cita tiene otra hora: {service}, {moment}, {place}. Escriba «cambiar mi cita» si no le viene bien.",
        "it": "Il suo appuntamento ha un nuovo orario: {service}, {moment}, {place}. Scriva «spostare il mio "
        "appuntamento» se non le va bene.",
        "pt": "A sua marcação tem outra hora: {service}, {moment}, {place}. Escreva “mudar a minha marcação” se não "
        "lhe convier.",
        "nl": "Uw afspraak heeft een nieuwe tijd: {service} op {moment}, {place}. Schrijf “afspraak verzetten” als dat "
        "niet schikt.",
    },
    News.CANCELLED: {
        "en": "Your appointment was cancelled: {service} on {moment}. Write “book an appointment” for another time.",
        "de": "Ihr Termin wurde abgesagt: {service} am {moment}. Schreiben Sie „Termin buchen“ für eine andere Zeit.",
        "fr": "Votre rendez-vous est annulé : {service}, {moment}. Écrivez « prendre rendez-vous » pour en avoir un "
        "autre.",
        "es": "Su cita se ha anulado: {service}, {moment}. Escriba «reservar una cita» para otro momento.",
        "it": "Il suo appuntamento è stato annullato: {service}, {moment}. Scriva «prenotare un appuntamento» per un "
        "altro orario.",
        "pt": "A sua marcação foi cancelada: {service}, {moment}. Escreva “fazer uma marcação” para outra hora.",
        "nl": "Uw afspraak is geannuleerd: {service} op {moment}. Schrijf “afspraak maken” voor een andere tijd.",
    },
}
SUBJECT: Mapping[News, Words] = {
    News.BOOKED: {
        "en": "Booked: {moment}",
        "de": "Eingetragen: {moment}",
        "fr": "Rendez-vous pris : {moment}",
        "es": "Cita reservada: {moment}",
        "it": "Appuntamento fissato: {moment}",
        "pt": "Marcação feita: {moment}",
        "nl": "Afspraak staat: {moment}",
    },
    News.MOVED: {
        "en": "New time: {moment}",
        "de": "Neue Zeit: {moment}",
        "fr": "Nouvel horaire : {moment}",
        "es": "Nueva hora: {moment}",
        "it": "Nuovo orario: {moment}",
        "pt": "Nova hora: {moment}",
        "nl": "Nieuwe tijd: {moment}",
    },
    News.CANCELLED: {
        "en": "Cancelled: {moment}",
        "de": "Abgesagt: {moment}",
        "fr": "Annulé : {moment}",
        "es": "Anulada: {moment}",
        "it": "Annullato: {moment}",
        "pt": "Cancelada: {moment}",
        "nl": "Geannuleerd: {moment}",
    },
}
HELLO: Mapping[News, Words] = {
    News.BOOKED: {
        "en": "Hello {name}, {company} booked an appointment for you:",
        "de": "Guten Tag {name}, {company} hat einen Termin für Sie eingetragen:",
        "fr": "Bonjour {name}, {company} a pris un rendez-vous pour vous :",
        "es": "Hola, {name}: {company} le ha reservado una cita:",
        "it": "Buongiorno {name}, {company} ha fissato un appuntamento per lei:",
        "pt": "Olá {name}, {company} fez uma marcação para si:",
        "nl": "Dag {name}, {company} heeft een afspraak voor u gemaakt:",
    },
    News.MOVED: {
        "en": "Hello {name}, your appointment with {company} has a new time:",
        "de": "Guten Tag {name}, Ihr Termin bei {company} hat eine neue Zeit:",
        "fr": "Bonjour {name}, votre rendez-vous chez {company} a changé d'horaire :",
        "es": "Hola, {name}: su cita en {company} tiene otra hora:",
        "it": "Buongiorno {name}, il suo appuntamento presso {company} ha un nuovo orario:",
        "pt": "Olá {name}, a sua marcação em {company} tem outra hora:",
        "nl": "Dag {name}, uw afspraak bij {company} heeft een nieuwe tijd:",
    },
    News.CANCELLED: {
        "en": "Hello {name}, your appointment with {company} was cancelled:",
        "de": "Guten Tag {name}, Ihr Termin bei {company} wurde abgesagt:",
        "fr": "Bonjour {name}, votre rendez-vous chez {company} est annulé :",
        "es": "Hola, {name}: su cita en {company} se ha anulado:",
        "it": "Buongiorno {name}, il suo appuntamento presso {company} è stato annullato:",
        "pt": "Olá {name}, a sua marcação em {company} foi cancelada:",
        "nl": "Dag {name}, uw afspraak bij {company} is geannuleerd:",
    },
}
BOOK_AGAIN: Words = {
    "en": "Would you like another time? Simply reply to this e-mail: “book an appointment on Friday” is enough.",
    "de": "Möchten Sie eine andere Zeit? Antworten Sie einfach auf diese E-Mail: „Termin am Freitag buchen“ genügt.",
    "fr": "Vous souhaitez une autre date ? Répondez simplement à cet e-mail : « prendre rendez-vous vendredi » suffit.",
    "es": "¿Desea otro momento? Responda a este correo: basta con «reservar una cita el viernes».",
    "it": "Desidera un altro orario? Risponda a questa e-mail: basta «prenotare un appuntamento venerdì».",
    "pt": "Quer outra hora? Basta responder a este e-mail: “fazer uma marcação na sexta”.",
    "nl": "Wilt u een andere tijd? Antwoord op deze e-mail: “afspraak maken op vrijdag” is genoeg.",
}
