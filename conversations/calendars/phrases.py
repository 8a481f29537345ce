"""What customers read when they are reminded, in the seven languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.models import Appointment
from assistant.skills import saying
from assistant.words import Words
from tenants import current

NOTICE: Words = {
    "en": "A reminder: {service} on {moment}, at {place}. Write “move my appointment” or “cancel my appointment” if "
    "it does not suit you any more.",
    "de": "Zur Erinnerung: {service} am {moment}, {place}. Schreiben Sie „Termin verschieben“ oder „Termin absagen“, "
    "wenn es nicht mehr passt.",
    "fr": "Petit rappel : {service}, {moment}, {place}. Écrivez « déplacer mon rendez-vous » ou « annuler mon "
    "rendez-vous » s'il ne vous convient plus.",
    "es": "Le recordamos: {service}, {moment}, {place}. Escriba «cambiar mi cita» o «anular mi cita» si ya no le "
    "viene bien.",
    "it": "Promemoria: {service}, {moment}, {place}. Scriva «spostare il mio appuntamento» o «annullare il mio "
    "appuntamento» se non le va più bene.",
    "pt": "Um lembrete: {service}, {moment}, {place}. Escreva “mudar a minha marcação” ou “cancelar a minha marcação” "
    "se já não lhe convier.",
    "nl": "Een herinnering: {service} op {moment}, {place}. Schrijf “afspraak verzetten” of “afspraak annuleren” als "
    "het niet meer schikt.",
}
SUBJECT: Words = {
    "en": "Your appointment: {moment}",
    "de": "Ihr Termin: {moment}",
    "fr": "Votre rendez-vous : {moment}",
    "es": "Su cita: {moment}",
    "it": "Il suo appuntamento: {moment}",
    "pt": "A sua marcação: {moment}",
    "nl": "Uw afspraak: {moment}",
}
HELLO: Words = {
    "en": "Hello {name}, you asked us to remind you of your appointment with {company}:",
    "de": "Guten Tag {name}, Sie baten uns um eine Erinnerung an Ihren Termin bei {company}:",
    "fr": "Bonjour {name}, vous nous avez demandé de vous rappeler votre rendez-vous chez {company} :",
    "es": "Hola, {name}: nos pidió que le recordáramos su cita en {company}:",
    "it": "Buongiorno {name}, ci ha chiesto di ricordarle il suo appuntamento presso {company}:",
    "pt": "Olá {name}, pediu-nos que lhe lembrássemos a sua marcação em {company}:",
    "nl": "Dag {name}, u vroeg ons u te herinneren aan uw afspraak bij {company}:",
}
TO_CHANGE: Words = {
    "en": "Does it not suit you any more? Simply reply to this e-mail: “move my appointment to Friday” or “cancel my "
    "appointment” is enough.",
    "de": "Passt es nicht mehr? Antworten Sie einfach auf diese E-Mail: „Termin auf Freitag verschieben“ oder „Termin "
    "absagen“ genügt.",
    "fr": "Il ne vous convient plus ? Répondez simplement à cet e-mail : « déplacer mon rendez-vous à vendredi » ou "
    "« annuler mon rendez-vous » suffit.",
    "es": "¿Ya no le viene bien? Responda a este correo: basta con «cambiar mi cita al viernes» o «anular mi cita».",
    "it": "Non le va più bene? Risponda a questa e-mail: basta «spostare il mio appuntamento a venerdì» o «annullare "
    "il mio appuntamento».",
    "pt": "Já não lhe convém? Basta responder a este e-mail: “mudar a minha marcação para sexta” ou “cancelar a minha "
    "marcação”.",
    "nl": "Schikt het niet meer? Antwoord op deze e-mail: “afspraak verzetten naar vrijdag” of “afspraak annuleren” is "
    "genoeg.",
}
ONLY_ONE: Words = {
    "en": "This is the only reminder for this appointment.",
    "de": "Das ist die einzige Erinnerung an diesen Termin.",
    "fr": "C'est le seul rappel pour ce rendez-vous.",
    "es": "Este es el único recordatorio de esta cita.",
    "it": "Questo è l'unico promemoria per questo appuntamento.",
    "pt": "Este é o único lembrete desta marcação.",
    "nl": "Dit is de enige herinnering aan deze afspraak.",
}


def of(appointment: Appointment, *, at: datetime | None = None) -> dict[str, str]:
    """What the sentences say of an appointment, which has its seat and calendar loaded; `at` for another time of it."""
    calendar = None if appointment.seat is None else appointment.seat.calendar
    zone = ZoneInfo(current.tenant().time_zone if calendar is None else calendar.zone)
    return {
        "service": appointment.service,
        "moment": saying.moment(at or appointment.starts_at, zone, appointment.language),
        "place": current.tenant().name if calendar is None else calendar.place or calendar.name,
        "name": appointment.customer_name,
    }
