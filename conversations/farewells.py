"""What a customer reads when a skill gives their task to a person."""

from collections.abc import Mapping

from assistant.skills.contract import Why
from assistant.skills.outcomes import Left
from conversations.words import say
from escalation.defaults import UNREADABLE_SAY

_GAVE_UP = {
    "en": "I can't finish this by myself. I'm passing you to a colleague, who can read everything above; you needn't "
    "start again.",
    "de": "Das bekomme ich allein nicht fertig. Ich gebe Sie an jemanden aus dem Team weiter, der alles oben lesen "
    "kann; Sie müssen nicht von vorn anfangen.",
    "fr": "Je n'y arrive pas seul. Je vous passe un collègue, qui peut lire tout notre échange ; vous n'aurez pas à "
    "recommencer.",
    "es": "No puedo terminar esto por mi cuenta. Le paso con una persona del equipo que puede leer todo lo anterior; "
    "no tendrá que empezar de nuevo.",
    "pt": "Não consigo terminar isto por mim. Vou passar a conversa a uma pessoa da equipa, que pode ler tudo acima; "
    "não precisa de recomeçar.",
    "it": "Non riesco a concludere da solo. La passo a una persona del team, che può leggere tutto quanto sopra: non "
    "dovrà ricominciare.",
    "nl": "Dit krijg ik alleen niet af. Ik geef u door aan een collega, die alles hierboven kan lezen; u hoeft niet "
    "opnieuw te beginnen.",
}
_UNPROVEN = {
    "en": "I couldn't make sure that it is you, so I can't go on by myself. A colleague will find another way with "
    "you; they can read everything above.",
    "de": "Ich konnte nicht sicherstellen, dass Sie es sind, und darf allein nicht weitermachen. Jemand aus dem Team "
    "findet mit Ihnen einen anderen Weg und kann alles oben lesen.",
    "fr": "Je n'ai pas pu m'assurer que c'est bien vous et ne peux donc pas continuer seul. Un collègue trouvera un "
    "autre moyen avec vous ; il peut lire tout notre échange.",
    "es": "No he podido comprobar que es usted, así que no puedo seguir por mi cuenta. Una persona del equipo buscará "
    "otra manera con usted; puede leer todo lo anterior.",
    "pt": "Não consegui confirmar que é a própria pessoa e, por isso, não posso continuar. Uma pessoa da equipa vai "
    "encontrar outra forma consigo; pode ler tudo acima.",
    "it": "Non sono riuscito ad accertarmi che sia lei, quindi da solo non posso continuare. Una persona del team "
    "troverà con lei un'altra strada; può leggere tutto quanto sopra.",
    "nl": "Ik kon niet vaststellen dat u het bent, dus alleen kan ik niet verder. Een collega zoekt met u een andere "
    "weg en kan alles hierboven lezen.",
}
_DOWN = {
    "en": "I can't look this up right now, because our system isn't answering me. I'm passing you to a colleague, who "
    "can read everything above.",
    "de": "Ich kann das gerade nicht nachsehen, weil unser System mir nicht antwortet. Ich gebe Sie an jemanden aus "
    "dem Team weiter, der alles oben lesen kann.",
    "fr": "Je ne peux pas le vérifier pour le moment : notre système ne me répond pas. Je vous passe un collègue, qui "
    "peut lire tout notre échange.",
    "es": "Ahora mismo no puedo consultarlo, porque nuestro sistema no me responde. Le paso con una persona del equipo "
    "que puede leer todo lo anterior.",
    "pt": "Não consigo consultar isso agora, porque o nosso sistema não me responde. Vou passar a conversa a uma "
    "pessoa da equipa, que pode ler tudo acima.",
    "it": "In questo momento non posso verificarlo, perché il nostro sistema non mi risponde. La passo a una persona "
    "del team, che può leggere tutto quanto sopra.",
    "nl": "Ik kan dit nu niet nakijken, omdat ons systeem mij niet antwoordt. Ik geef u door aan een collega, die "
    "alles hierboven kan lezen.",
}
OF_WHY: Mapping[Why, Mapping[str, str]] = {
    Why.OUTSIDE_POLICY: UNREADABLE_SAY,
    Why.GAVE_UP: _GAVE_UP,
    Why.UNPROVEN: _UNPROVEN,
    Why.DOWN: _DOWN,
}


def words(left: Left, language: str, *, ruled: str = "") -> str:
    """The skill's own reason, where it gave one, then the words of the rule that took it, or words that fit the why."""
    farewell = ruled or say(OF_WHY[left.why], language)
    return f"{left.say} {farewell}".strip()
