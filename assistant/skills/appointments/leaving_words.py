"""Why a wish about an appointment is not for the assistant, said to the customer."""

from assistant.words import Words

NO_SERVICE: Words = {
    "en": "There is nothing that I could book for you here at the moment.",
    "de": "Im Moment gibt es hier nichts, was ich für Sie buchen könnte.",
    "fr": "Pour le moment, il n'y a rien que je puisse réserver ici pour vous.",
    "es": "De momento no hay nada que pueda reservarle aquí.",
    "it": "Al momento non c'è nulla che io possa prenotarle qui.",
    "pt": "De momento não há nada que eu possa marcar aqui para si.",
    "nl": "Op dit moment is er niets dat ik hier voor u kan boeken.",
}
NOTHING_FREE: Words = {
    "en": "I see no free time for {service} at the moment.",
    "de": "Für {service} sehe ich im Moment keinen freien Termin.",
    "fr": "Je ne vois pas de créneau libre pour {service} en ce moment.",
    "es": "De momento no veo ninguna hora libre para {service}.",
    "it": "Al momento non vedo orari liberi per {service}.",
    "pt": "De momento não vejo nenhuma hora livre para {service}.",
    "nl": "Voor {service} zie ik op dit moment geen vrije tijd.",
}
NOTHING_ELSE_FREE: Words = {
    "en": "I see no other free time for {service} at the moment. Your appointment stands as it is.",
    "de": "Für {service} sehe ich im Moment keinen anderen freien Termin. Ihr Termin bleibt, wie er ist.",
    "fr": "Je ne vois pas d'autre créneau libre pour {service} en ce moment. Votre rendez-vous reste tel quel.",
    "es": "De momento no veo otra hora libre para {service}. Su cita sigue como está.",
    "it": "Al momento non vedo altri orari liberi per {service}. Il suo appuntamento resta com'è.",
    "pt": "De momento não vejo outra hora livre para {service}. A sua marcação fica como está.",
    "nl": "Voor {service} zie ik op dit moment geen andere vrije tijd. Uw afspraak blijft zoals die is.",
}
MANY: Words = {
    "en": "You have {count} appointments to come already, so I can't book another one myself.",
    "de": "Sie haben schon {count} Termine vor sich, deshalb kann ich keinen weiteren selbst buchen.",
    "fr": "Vous avez déjà {count} rendez-vous à venir, je ne peux donc pas en prendre un autre moi-même.",
    "es": "Ya tiene {count} citas pendientes, así que no puedo reservar otra por mi cuenta.",
    "it": "Ha già {count} appuntamenti in programma, quindi non posso prenotarne un altro da solo.",
    "pt": "Já tem {count} marcações, por isso não posso fazer outra sozinho.",
    "nl": "U hebt al {count} afspraken staan, dus ik kan er zelf geen bij boeken.",
}
TOO_LATE: Words = {
    "en": "Your appointment is in less than {hours} hours, so I can't change it myself any more.",
    "de": "Bis zu Ihrem Termin sind es weniger als {hours} Stunden, deshalb kann ich ihn nicht mehr selbst ändern.",
    "fr": "Votre rendez-vous est dans moins de {hours} heures, je ne peux donc plus le modifier moi-même.",
    "es": "Faltan menos de {hours} horas para su cita, así que ya no puedo cambiarla por mi cuenta.",
    "it": "Al suo appuntamento mancano meno di {hours} ore, quindi non posso più cambiarlo da solo.",
    "pt": "Faltam menos de {hours} horas para a sua marcação, por isso já não posso alterá-la sozinho.",
    "nl": "Uw afspraak is over minder dan {hours} uur, dus ik kan hem niet meer zelf wijzigen.",
}
GONE: Words = {
    "en": "{service} can't be booked any more, so I find no other time for it.",
    "de": "{service} kann nicht mehr gebucht werden, deshalb finde ich dafür keinen anderen Termin.",
    "fr": "{service} ne peut plus être réservé, je ne trouve donc pas d'autre créneau.",
    "es": "{service} ya no se puede reservar, así que no encuentro otra hora.",
    "it": "{service} non si può più prenotare, quindi non trovo un altro orario.",
    "pt": "{service} já não se pode marcar, por isso não encontro outra hora.",
    "nl": "{service} kan niet meer geboekt worden, dus ik vind er geen andere tijd voor.",
}
MOVED_OFTEN: Words = {
    "en": "This appointment was moved several times already, so I can't move it once more myself.",
    "de": "Dieser Termin wurde schon mehrmals verschoben, deshalb kann ich ihn nicht noch einmal selbst verschieben.",
    "fr": "Ce rendez-vous a déjà été déplacé plusieurs fois, je ne peux donc pas le déplacer encore moi-même.",
    "es": "Esta cita ya se cambió varias veces, así que no puedo cambiarla otra vez por mi cuenta.",
    "it": "Questo appuntamento è già stato spostato più volte, quindi non posso spostarlo ancora da solo.",
    "pt": "Esta marcação já foi mudada várias vezes, por isso não posso mudá-la outra vez sozinho.",
    "nl": "Deze afspraak is al een paar keer verzet, dus ik kan hem niet nog eens zelf verzetten.",
}
