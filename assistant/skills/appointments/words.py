"""What the assistant says about appointments, in the seven languages."""

from collections.abc import Mapping

from assistant.words import Words

LABELS: Mapping[str, Words] = {
    "service": {
        "en": "Service", "de": "Leistung", "fr": "Prestation", "es": "Servicio", "it": "Servizio", "pt": "Serviço",
        "nl": "Dienst",
    },
    "days": {"en": "Day", "de": "Tag", "fr": "Jour", "es": "Día", "it": "Giorno", "pt": "Dia", "nl": "Dag"},
    "time": {"en": "Time", "de": "Uhrzeit", "fr": "Heure", "es": "Hora", "it": "Ora", "pt": "Hora", "nl": "Tijd"},
    "name": {"en": "Name", "de": "Name", "fr": "Nom", "es": "Nombre", "it": "Nome", "pt": "Nome", "nl": "Naam"},
    "email": {
        "en": "E-mail", "de": "E-Mail", "fr": "E-mail", "es": "Correo", "it": "E-mail", "pt": "E-mail", "nl": "E-mail",
    },
    "remind": {
        "en": "Reminder", "de": "Erinnerung", "fr": "Rappel", "es": "Recordatorio", "it": "Promemoria",
        "pt": "Lembrete", "nl": "Herinnering",
    },
    "which": {
        "en": "Appointment", "de": "Termin", "fr": "Rendez-vous", "es": "Cita", "it": "Appuntamento",
        "pt": "Marcação", "nl": "Afspraak",
    },
}  # fmt: skip

WHICH_SERVICE: Words = {
    "en": "What would you like to come for?",
    "de": "Wofür möchten Sie kommen?",
    "fr": "Pour quelle prestation souhaitez-vous venir ?",
    "es": "¿Para qué quiere venir?",
    "it": "Per che cosa desidera venire?",
    "pt": "Para que serviço deseja vir?",
    "nl": "Waarvoor wilt u langskomen?",
}
SERVICE_AGAIN: Words = {
    "en": "I did not find that among what can be booked. Please pick one, or write its name.",
    "de": "Das habe ich unter den buchbaren Leistungen nicht gefunden. Bitte wählen Sie eine, oder schreiben Sie ihren "
    "Namen.",
    "fr": "Je n'ai pas trouvé cela parmi les prestations. Choisissez-en une, ou écrivez son nom.",
    "es": "No lo encuentro entre lo que se puede reservar. Elija uno o escriba su nombre.",
    "it": "Non lo trovo tra i servizi prenotabili. Ne scelga uno, o ne scriva il nome.",
    "pt": "Não encontrei isso entre o que se pode marcar. Escolha um, ou escreva o nome.",
    "nl": "Dat vind ik niet bij wat er te boeken is. Kies er een, of schrijf de naam.",
}
WHEN: Words = {
    "en": "When would suit you? Write a day and a time as you like. These are the next free times:",
    "de": "Wann passt es Ihnen? Schreiben Sie Tag und Uhrzeit, wie Sie möchten. Das sind die nächsten freien Zeiten:",
    "fr": "Quand cela vous conviendrait-il ? Écrivez le jour et l'heure à votre guise. Voici les prochains créneaux "
    "libres :",
    "es": "¿Cuándo le viene bien? Escriba el día y la hora como quiera. Estas son las próximas horas libres:",
    "it": "Quando le andrebbe bene? Scriva giorno e ora come preferisce. Questi sono i prossimi orari liberi:",
    "pt": "Quando lhe convém? Escreva o dia e a hora como quiser. Estes são os próximos horários livres:",
    "nl": "Wanneer schikt het u? Schrijf dag en tijd zoals u wilt. Dit zijn de eerstvolgende vrije tijden:",
}
FREE: Words = {
    "en": "These times are free. Which one suits you?",
    "de": "Diese Zeiten sind frei. Welche passt Ihnen?",
    "fr": "Ces créneaux sont libres. Lequel vous convient ?",
    "es": "Estas horas están libres. ¿Cuál le viene bien?",
    "it": "Questi orari sono liberi. Quale le va bene?",
    "pt": "Estes horários estão livres. Qual lhe convém?",
    "nl": "Deze tijden zijn vrij. Welke schikt u?",
}
NOT_FREE: Words = {
    "en": "That time is not free. These are the nearest free times:",
    "de": "Diese Zeit ist nicht frei. Das sind die nächstliegenden freien Zeiten:",
    "fr": "Ce créneau n'est pas libre. Voici les créneaux libres les plus proches :",
    "es": "Esa hora no está libre. Estas son las horas libres más cercanas:",
    "it": "Quell'orario non è libero. Questi sono gli orari liberi più vicini:",
    "pt": "Esse horário não está livre. Estes são os horários livres mais próximos:",
    "nl": "Die tijd is niet vrij. Dit zijn de vrije tijden die er het dichtst bij liggen:",
}
TIME_AGAIN: Words = {
    "en": "I could not read a day or a time in that. Please write it like “Tuesday at 10:30”, or pick one.",
    "de": "Darin habe ich keinen Tag und keine Uhrzeit erkannt. Bitte schreiben Sie etwa „Dienstag um 10:30“, oder "
    "wählen Sie.",
    "fr": "Je n'y ai reconnu ni jour ni heure. Écrivez par exemple « mardi à 10h30 », ou choisissez.",
    "es": "No he reconocido ni día ni hora. Escriba, por ejemplo, «martes a las 10:30», o elija.",
    "it": "Non ho riconosciuto né giorno né ora. Scriva ad esempio «martedì alle 10:30», oppure scelga.",
    "pt": "Não reconheci nem dia nem hora. Escreva, por exemplo, “terça às 10h30”, ou escolha.",
    "nl": "Daarin herken ik geen dag of tijd. Schrijf bijvoorbeeld “dinsdag om 10.30 uur”, of kies er een.",
}
YOUR_NAME: Words = {
    "en": "What name may I book it under?",
    "de": "Auf welchen Namen darf ich buchen?",
    "fr": "À quel nom dois-je réserver ?",
    "es": "¿A qué nombre lo reservo?",
    "it": "A quale nome posso prenotare?",
    "pt": "Em que nome posso marcar?",
    "nl": "Op welke naam mag ik boeken?",
}
NAME_AGAIN: Words = {
    "en": "Please write just the name for the appointment.",
    "de": "Bitte schreiben Sie nur den Namen für den Termin.",
    "fr": "Écrivez simplement le nom pour le rendez-vous.",
    "es": "Escriba solo el nombre para la cita, por favor.",
    "it": "Scriva solo il nome per l'appuntamento, per favore.",
    "pt": "Escreva só o nome para a marcação, por favor.",
    "nl": "Schrijf alleen de naam voor de afspraak, alstublieft.",
}
YOUR_EMAIL: Words = {
    "en": "Which e-mail address may I note for the appointment?",
    "de": "Welche E-Mail-Adresse darf ich zum Termin notieren?",
    "fr": "Quelle adresse e-mail puis-je noter pour le rendez-vous ?",
    "es": "¿Qué correo electrónico anoto para la cita?",
    "it": "Quale indirizzo e-mail posso annotare per l'appuntamento?",
    "pt": "Que endereço de e-mail posso anotar para a marcação?",
    "nl": "Welk e-mailadres mag ik bij de afspraak noteren?",
}
EMAIL_AGAIN: Words = {
    "en": "I could not read an e-mail address in that. Please write it like name@example.org.",
    "de": "Darin habe ich keine E-Mail-Adresse erkannt. Bitte schreiben Sie sie wie name@example.org.",
    "fr": "Je n'y ai pas reconnu d'adresse e-mail. Écrivez-la comme nom@example.org.",
    "es": "No he reconocido ningún correo. Escríbalo como nombre@example.org.",
    "it": "Non ho riconosciuto un indirizzo e-mail. Lo scriva come nome@example.org.",
    "pt": "Não reconheci um endereço de e-mail. Escreva-o como nome@example.org.",
    "nl": "Daarin herken ik geen e-mailadres. Schrijf het als naam@example.org.",
}
MAY_REMIND: Words = {
    "en": "May we remind you by e-mail, {hours} hours before?",
    "de": "Dürfen wir Sie {hours} Stunden vorher per E-Mail erinnern?",
    "fr": "Pouvons-nous vous le rappeler par e-mail, {hours} heures avant ?",
    "es": "¿Podemos recordárselo por correo {hours} horas antes?",
    "it": "Possiamo ricordarglielo per e-mail {hours} ore prima?",
    "pt": "Podemos lembrá-lo por e-mail {hours} horas antes?",
    "nl": "Mogen we u {hours} uur van tevoren per e-mail herinneren?",
}
REMIND_AGAIN: Words = {
    "en": "Would you like a reminder by e-mail? Yes or no is enough.",
    "de": "Möchten Sie eine Erinnerung per E-Mail? Ja oder Nein genügt.",
    "fr": "Souhaitez-vous un rappel par e-mail ? Oui ou non suffit.",
    "es": "¿Quiere un recordatorio por correo? Basta con sí o no.",
    "it": "Desidera un promemoria per e-mail? Basta un sì o un no.",
    "pt": "Deseja um lembrete por e-mail? Basta sim ou não.",
    "nl": "Wilt u een herinnering per e-mail? Ja of nee is genoeg.",
}
SHALL_I_BOOK: Words = {
    "en": "{service} on {moment}, {place}, for {name}. Shall I book it?",
    "de": "{service} am {moment}, {place}, für {name}. Soll ich buchen?",
    "fr": "{service}, {moment}, {place}, pour {name}. Dois-je réserver ?",
    "es": "{service}, {moment}, {place}, a nombre de {name}. ¿Lo reservo?",
    "it": "{service}, {moment}, {place}, per {name}. Prenoto?",
    "pt": "{service}, {moment}, {place}, em nome de {name}. Posso marcar?",
    "nl": "{service} op {moment}, {place}, voor {name}. Zal ik boeken?",
}
BOOKED: Words = {
    "en": "Booked: {service} on {moment}, {place}. To move or cancel it, write here.",
    "de": "Gebucht: {service} am {moment}, {place}. Zum Verschieben oder Absagen schreiben Sie hier.",
    "fr": "C'est réservé : {service}, {moment}, {place}. Pour déplacer ou annuler, écrivez ici.",
    "es": "Reservado: {service}, {moment}, {place}. Para cambiarlo o anularlo, escriba aquí.",
    "it": "Prenotato: {service}, {moment}, {place}. Per spostarlo o annullarlo, scriva qui.",
    "pt": "Marcado: {service}, {moment}, {place}. Para mudar ou cancelar, escreva aqui.",
    "nl": "Geboekt: {service} op {moment}, {place}. Verzetten of afzeggen kan hier.",
}
WILL_REMIND: Words = {
    "en": "We will remind you by e-mail {hours} hours before.",
    "de": "Wir erinnern Sie {hours} Stunden vorher per E-Mail.",
    "fr": "Nous vous le rappellerons par e-mail {hours} heures avant.",
    "es": "Se lo recordaremos por correo {hours} horas antes.",
    "it": "Glielo ricorderemo per e-mail {hours} ore prima.",
    "pt": "Enviaremos um lembrete por e-mail {hours} horas antes.",
    "nl": "We herinneren u {hours} uur van tevoren per e-mail.",
}
HAVE_ALREADY: Words = {
    "en": "You have this appointment already: {service} on {moment}.",
    "de": "Diesen Termin haben Sie schon: {service} am {moment}.",
    "fr": "Vous avez déjà ce rendez-vous : {service}, {moment}.",
    "es": "Ya tiene esta cita: {service}, {moment}.",
    "it": "Ha già questo appuntamento: {service}, {moment}.",
    "pt": "Já tem esta marcação: {service}, {moment}.",
    "nl": "U hebt deze afspraak al: {service} op {moment}.",
}
NONE_BOOKED: Words = {
    "en": "I find no appointment to come under your e-mail address. If it stands under another one, write me that.",
    "de": "Unter Ihrer E-Mail-Adresse finde ich keinen kommenden Termin. Steht er unter einer anderen, schreiben Sie "
    "mir diese.",
    "fr": "Je ne trouve aucun rendez-vous à venir sous votre adresse e-mail. S'il est sous une autre, écrivez-la-moi.",
    "es": "No encuentro ninguna cita próxima con su correo. Si está con otro, escríbamelo.",
    "it": "Non trovo alcun appuntamento futuro con il suo indirizzo e-mail. Se è sotto un altro, me lo scriva.",
    "pt": "Não encontro nenhuma marcação futura com o seu e-mail. Se estiver com outro, escreva-mo.",
    "nl": "Ik vind geen komende afspraak onder uw e-mailadres. Staat ze onder een ander adres, schrijf me dat dan.",
}
WHICH_ONE: Words = {
    "en": "Which appointment do you mean?",
    "de": "Welchen Termin meinen Sie?",
    "fr": "De quel rendez-vous s'agit-il ?",
    "es": "¿Qué cita es?",
    "it": "Di quale appuntamento si tratta?",
    "pt": "De que marcação se trata?",
    "nl": "Welke afspraak bedoelt u?",
}
WHICH_AGAIN: Words = {
    "en": "I find no such appointment of yours. Please pick one, or write its day.",
    "de": "Einen solchen Termin finde ich bei Ihnen nicht. Bitte wählen Sie einen, oder schreiben Sie seinen Tag.",
    "fr": "Je ne trouve pas ce rendez-vous. Choisissez-en un, ou écrivez son jour.",
    "es": "No encuentro esa cita suya. Elija una o escriba el día.",
    "it": "Non trovo un suo appuntamento così. Ne scelga uno, o ne scriva il giorno.",
    "pt": "Não encontro essa marcação. Escolha uma, ou escreva o dia.",
    "nl": "Zo'n afspraak van u vind ik niet. Kies er een, of schrijf de dag.",
}
NEW_TIME: Words = {
    "en": "You come for {service} on {moment}. When would suit you instead? These times are free:",
    "de": "Ihr Termin: {service} am {moment}. Wann passt es Ihnen stattdessen? Diese Zeiten sind frei:",
    "fr": "Votre rendez-vous : {service}, {moment}. Quand préférez-vous venir ? Ces créneaux sont libres :",
    "es": "Su cita: {service}, {moment}. ¿Cuándo prefiere venir? Estas horas están libres:",
    "it": "Il suo appuntamento: {service}, {moment}. Quando preferisce venire? Questi orari sono liberi:",
    "pt": "A sua marcação: {service}, {moment}. Quando prefere vir? Estes horários estão livres:",
    "nl": "Uw afspraak: {service} op {moment}. Wanneer schikt het wel? Deze tijden zijn vrij:",
}
SHALL_I_MOVE: Words = {
    "en": "Move {service} from {before} to {moment}. Shall I?",
    "de": "{service} verschieben von {before} auf {moment}. Soll ich?",
    "fr": "Déplacer {service} du {before} au {moment}. Je le fais ?",
    "es": "Cambiar {service} de {before} a {moment}. ¿Lo hago?",
    "it": "Spostare {service} da {before} a {moment}. Procedo?",
    "pt": "Mudar {service} de {before} para {moment}. Posso fazê-lo?",
    "nl": "{service} verzetten van {before} naar {moment}. Zal ik dat doen?",
}
MOVED: Words = {
    "en": "Moved: {service} is on {moment} now, at {place}.",
    "de": "Verschoben: {service} ist jetzt am {moment}, {place}.",
    "fr": "C'est déplacé : {service}, {moment}, {place}.",
    "es": "Cambiada: {service} es ahora {moment}, {place}.",
    "it": "Spostato: {service} è ora {moment}, {place}.",
    "pt": "Alterada: {service} é agora {moment}, {place}.",
    "nl": "Verzet: {service} is nu op {moment}, {place}.",
}
SHALL_I_CANCEL: Words = {
    "en": "Cancel {service} on {moment}. Shall I?",
    "de": "{service} am {moment} absagen. Soll ich?",
    "fr": "Annuler {service}, {moment}. Je le fais ?",
    "es": "Anular {service}, {moment}. ¿Lo hago?",
    "it": "Annullare {service}, {moment}. Procedo?",
    "pt": "Cancelar {service}, {moment}. Posso fazê-lo?",
    "nl": "{service} op {moment} afzeggen. Zal ik dat doen?",
}
CANCELLED: Words = {
    "en": "Cancelled: {service} on {moment}. You can book another time whenever you like.",
    "de": "Abgesagt: {service} am {moment}. Sie können jederzeit einen neuen Termin buchen.",
    "fr": "C'est annulé : {service}, {moment}. Vous pouvez reprendre rendez-vous quand vous voulez.",
    "es": "Anulada: {service}, {moment}. Puede reservar otra cita cuando quiera.",
    "it": "Annullato: {service}, {moment}. Può prenotarne un altro quando vuole.",
    "pt": "Cancelada: {service}, {moment}. Pode fazer outra marcação quando quiser.",
    "nl": "Afgezegd: {service} op {moment}. U kunt altijd een nieuwe afspraak maken.",
}
