"""What the customer reads when a default rule passes the baton, in seven languages, one text for each trigger."""

from __future__ import annotations

from collections.abc import Mapping

BILLING = {
    "en": "This deserves a careful look by a person who may decide about it. I'm passing it to a colleague with "
    "everything you've written.",
    "de": "Das soll sich jemand genau ansehen, der darüber entscheiden darf. Ich gebe es mit allem, was Sie "
    "geschrieben haben, an eine Kollegin oder einen Kollegen weiter.",
    "fr": "Cela mérite l'examen attentif d'une personne habilitée à décider. Je transmets à un collègue tout ce que "
    "vous avez écrit.",
    "es": "Esto merece que lo revise con calma una persona que pueda decidir. Se lo paso a alguien del equipo con todo "
    "lo que ha escrito.",
    "pt": "Isto merece ser visto com cuidado por uma pessoa que possa decidir. Passo-o a alguém da equipa com tudo o "
    "que escreveu.",
    "it": "Questo merita l'attenzione di una persona che possa decidere. Lo passo a qualcuno del team con tutto quello "
    "che ha scritto.",
    "nl": "Hier moet iemand zorgvuldig naar kijken die erover mag beslissen. Ik geef het met alles wat u schreef door "
    "aan een collega.",
}
PUBLIC = {
    "en": "I'm sorry it has come to this. A colleague will look into it with you now; they can see everything you've "
    "written.",
    "de": "Es tut mir leid, dass es so weit gekommen ist. Jemand aus dem Team kümmert sich jetzt mit Ihnen darum und "
    "sieht alles, was Sie geschrieben haben.",
    "fr": "Je suis désolé que nous en soyons là. Un collègue va s'en occuper avec vous ; il voit tout ce que vous avez "
    "écrit.",
    "es": "Lamento que hayamos llegado a esto. Una persona del equipo lo verá ahora con usted y tiene delante todo lo "
    "que ha escrito.",
    "pt": "Lamento que tenha chegado a este ponto. Uma pessoa da equipa vai tratar disto consigo e vê tudo o que "
    "escreveu.",
    "it": "Mi dispiace che si sia arrivati a questo punto. Una persona del team se ne occuperà con lei e vede tutto "
    "quello che ha scritto.",
    "nl": "Het spijt me dat het zover is gekomen. Een collega bekijkt het nu samen met u en ziet alles wat u schreef.",
}
LEAVING = {
    "en": "I'd like a colleague to look at this with you before you decide. They can read everything above and have "
    "more options than I do.",
    "de": "Bevor Sie sich entscheiden, soll sich das jemand mit Ihnen ansehen, der mehr Möglichkeiten hat als ich. "
    "Alles oben ist dort zu lesen.",
    "fr": "Avant que vous ne décidiez, j'aimerais qu'un collègue voie cela avec vous : il a plus de possibilités que "
    "moi et peut lire tout notre échange.",
    "es": "Antes de que decida, me gustaría que lo viera con usted una persona del equipo, que tiene más opciones que "
    "yo y puede leer todo lo anterior.",
    "pt": "Antes de decidir, gostaria que uma pessoa da equipa visse isto consigo. Tem mais opções do que eu e pode "
    "ler tudo acima.",
    "it": "Prima che decida, vorrei che una persona del team lo guardasse con lei: ha più possibilità di me e può "
    "leggere tutto quanto sopra.",
    "nl": "Voor u beslist laat ik graag een collega met u meekijken. Die heeft meer mogelijkheden dan ik en kan alles "
    "hierboven lezen.",
}
EXCEPTION = {
    "en": "I can't decide about an exception, but a colleague can. I'm passing on what you've told me.",
    "de": "Über eine Ausnahme darf ich nicht entscheiden, jemand aus dem Team aber schon. Ich gebe weiter, was Sie mir "
    "gesagt haben.",
    "fr": "Je ne peux pas décider d'une exception, mais un collègue le peut. Je lui transmets ce que vous m'avez dit.",
    "es": "Yo no puedo decidir sobre una excepción, pero una persona del equipo sí. Le paso lo que me ha contado.",
    "pt": "Não posso decidir sobre uma exceção, mas uma pessoa da equipa pode. Passo-lhe o que me contou.",
    "it": "Non posso decidere su un'eccezione, ma una persona del team sì. Le passo quello che mi ha detto.",
    "nl": "Over een uitzondering mag ik niet beslissen, een collega wel. Ik geef door wat u mij vertelde.",
}
SEVERAL = {
    "en": "This touches more than one of our teams. I'm giving it to one colleague who will bring them together, so "
    "that you needn't go from one to the next.",
    "de": "Das betrifft mehrere unserer Teams. Ich gebe es an eine Person, die alle zusammenbringt, damit Sie nicht "
    "von einem zum anderen müssen.",
    "fr": "Cela concerne plusieurs de nos équipes. Je le confie à une seule personne qui les réunira, pour que vous "
    "n'ayez pas à passer de l'une à l'autre.",
    "es": "Esto afecta a varios de nuestros equipos. Se lo doy a una sola persona que los coordinará, para que no "
    "tenga que ir de uno a otro.",
    "pt": "Isto envolve várias das nossas equipas. Entrego-o a uma só pessoa que as vai juntar, para que não tenha de "
    "ir de uma a outra.",
    "it": "Questo riguarda più di un nostro team. Lo affido a una sola persona che li metterà insieme, così non dovrà "
    "passare dall'uno all'altro.",
    "nl": "Dit raakt meerdere van onze teams. Ik geef het aan één collega die ze samenbrengt, zodat u niet van de een "
    "naar de ander hoeft.",
}
CIRCLE = {
    "en": "We're going round in circles, and that's on me. I'm passing you to a colleague who can read everything "
    "above, so you needn't start again.",
    "de": "Wir drehen uns im Kreis, und das liegt an mir. Ich gebe Sie an jemanden weiter, der alles oben lesen kann; "
    "Sie müssen nicht von vorn anfangen.",
    "fr": "Nous tournons en rond, et c'est ma faute. Je vous passe un collègue qui peut lire tout notre échange, vous "
    "n'aurez pas à recommencer.",
    "es": "Estamos dando vueltas, y es culpa mía. Le paso con una persona del equipo que puede leer todo lo anterior, "
    "no tendrá que empezar de nuevo.",
    "pt": "Estamos a andar às voltas, e a culpa é minha. Vou passar a conversa a uma pessoa da equipa que pode ler "
    "tudo acima; não precisa de recomeçar.",
    "it": "Stiamo girando in tondo, ed è colpa mia. La passo a una persona del team che può leggere tutto quanto "
    "sopra: non dovrà ricominciare.",
    "nl": "We draaien in kringetjes, en dat ligt aan mij. Ik geef u door aan een collega die alles hierboven kan "
    "lezen; u hoeft niet opnieuw te beginnen.",
}
MISSED = {
    "en": "I'm sorry, I keep missing what you mean. A colleague will understand it better; they can read everything "
    "above.",
    "de": "Es tut mir leid, ich verstehe Sie offenbar nicht richtig. Jemand aus dem Team wird es besser verstehen und "
    "kann alles oben lesen.",
    "fr": "Je suis désolé, je ne saisis pas ce que vous voulez dire. Un collègue comprendra mieux et peut lire tout "
    "notre échange.",
    "es": "Lo siento, no consigo entender lo que quiere decir. Una persona del equipo lo entenderá mejor y puede leer "
    "todo lo anterior.",
    "pt": "Lamento, não estou a perceber o que quer dizer. Uma pessoa da equipa vai perceber melhor e pode ler tudo "
    "acima.",
    "it": "Mi dispiace, non riesco a capire che cosa intende. Una persona del team capirà meglio e può leggere tutto "
    "quanto sopra.",
    "nl": "Het spijt me, ik begrijp u telkens verkeerd. Een collega zal het beter begrijpen en kan alles hierboven "
    "lezen.",
}
MORE = {
    "en": "That sounds like something to plan together. I'm bringing in a colleague who can work out what fits you.",
    "de": "Das planen wir am besten gemeinsam. Ich hole jemanden dazu, der mit Ihnen das Passende findet.",
    "fr": "Voilà qui mérite d'être préparé ensemble. Je fais venir un collègue qui trouvera ce qui vous convient.",
    "es": "Eso es mejor planearlo juntos. Aviso a una persona del equipo que encontrará lo que le conviene.",
    "pt": "Isso é algo para planear em conjunto. Vou chamar uma pessoa da equipa que encontra o que lhe convém.",
    "it": "Questo è meglio pianificarlo insieme. Coinvolgo una persona del team che troverà quello che fa per lei.",
    "nl": "Dat kunnen we het beste samen plannen. Ik haal er een collega bij die uitzoekt wat bij u past.",
}
OF_TRIGGER: Mapping[str, Mapping[str, str]] = {
    "billing_legal": BILLING,
    "public_escalation": PUBLIC,
    "churn_risk": LEAVING,
    "policy_exception": EXCEPTION,
    "cross_department": SEVERAL,
    "loop": CIRCLE,
    "intent_missed": MISSED,
    "upsell": MORE,
}
