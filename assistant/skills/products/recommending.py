"""The skill that recommends products by what the customer told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext, gettext_noop

from assistant import social
from assistant.records.contract import ProductSeen
from assistant.skills import saying
from assistant.skills.contract import Ask, Choice, Leave, Scene, Skill, Slot, Step, Tell, Value, Why
from assistant.skills.policies import Setting, setting
from assistant.skills.products import comparing, ranking, words
from assistant.skills.products.ranking import Found
from assistant.skills.products.wishes import Wishes, read, stem
from assistant.words import AS_YOU_LIKE, say

LONGEST_DESCRIPTION = 400


@dataclass(frozen=True)
class RecommendPolicy:
    """What is recommended, and how much of it."""

    most_shown: int = setting(3, Setting("whole", gettext_noop("Shows at most"), unit="products", least=1, most=5))
    in_stock_only: bool = setting(default=True, how=Setting("yes_no", gettext_noop("Only what is in stock")))
    asks_budget: bool = setting(
        default=False,
        how=Setting(
            "yes_no", gettext_noop("Asks what it may cost"), help=gettext_noop("Where the customer did not say.")
        ),
    )
    never: tuple[str, ...] = setting(
        (), Setting("texts", gettext_noop("Categories that are never recommended"), most=60)
    )


WISH = Slot(
    "wish",
    "wish",
    label=words.WISH_LABEL,
    asks=words.ASK_WISH,
    again=words.WISH_AGAIN,
    purpose="What the customer looks for, in their own words: kind of product, use, colour, price",
)
BUDGET = Slot(
    "budget",
    "money",
    label=words.BUDGET_LABEL,
    asks=words.ASK_BUDGET,
    again=words.ASK_BUDGET,
    purpose="What it may cost at most",
    required=False,
)
MORE = Slot(
    "more",
    "text",
    label=words.MORE_LABEL,
    asks=words.NARROW,
    again=words.NARROW,
    purpose="What the customer said to the recommendation: another wish, or the product they want to hear more of",
    required=False,
)


def step(slots: Mapping[str, Value], scene: Scene[RecommendPolicy]) -> Step:
    """Ask what is wanted, recommend what fits with the reasons, and go on with what the customer says to it."""
    products = scene.records.products()
    if not products:
        return Leave(Why.GAVE_UP, "The records hold no products to recommend.")
    answered = _answered(slots.get("more"), products, scene)
    if answered is not None:
        return answered
    shown, newest = _shown(products, scene), _newest(slots)
    way, rest = comparing.read(newest)
    told = [one.value for one in sorted(_words(slots), key=lambda one: one.seq)] or [scene.newest]
    if _names_another(rest, shown, products):
        way, told, shown = "", [newest], []
    wishes = _with_budget(read([comparing.read(one)[1] for one in told]), slots)
    if not shown:
        return _chosen(products, wishes, slots, scene)
    same = _same_kind(shown, products)
    if way:
        return _refined(way, comparing.going(way, same, shown), wishes, scene)
    lacking = _lacking(rest, same)
    if lacking:
        return _no_such(say(words.WITH, scene.language).format(words=lacking), scene)
    return _chosen(same, wishes, slots, scene)


def _chosen(
    products: Sequence[ProductSeen], wishes: Wishes, slots: Mapping[str, Value], scene: Scene[RecommendPolicy]
) -> Step:
    """What fits best of these products, or what is asked first."""
    ranked = ranking.rank(products, wishes, in_stock_only=scene.policy.in_stock_only, never=scene.policy.never)
    if not any(one.met for one in (*ranked.fit, *ranked.beyond)) and wishes.most is None:
        return _nothing_known(slots, scene)
    if scene.policy.asks_budget and wishes.most is None and wishes.least is None and not wishes.cheap:
        return Ask("budget", say(words.ASK_BUDGET, scene.language))
    return _recommended(ranked, wishes, scene)


def _words(slots: Mapping[str, Value]) -> list[Value]:
    return [slots[name] for name in ("wish", "more") if name in slots]


def _answered(more: Value | None, products: Sequence[ProductSeen], scene: Scene[RecommendPolicy]) -> Step | None:
    """The end of it where the customer has enough, or more of the product that they name."""
    if more is None:
        return None
    if social.is_polite(more.value):
        return Tell(say(AS_YOU_LIKE, scene.language))
    asked_for = ranking.named(products, more.value)
    return None if asked_for is None else Ask("more", _whole(asked_for, scene), choices=scene.offered, anew=True)


def _newest(slots: Mapping[str, Value]) -> str:
    """What the customer just said of their wish; "" where they said something else. An older wish was met already."""
    newest = max(slots.values(), key=lambda one: one.seq, default=None)
    return newest.value if newest is not None and newest in _words(slots) else ""


def _names_another(said: str, shown: Sequence[ProductSeen], products: Sequence[ProductSeen]) -> bool:
    """Whether the words name another kind of product than what was shown."""
    kinds = {one.category for one in shown}
    own = ranking.stems(" ".join(kinds))
    others = ranking.stems(" ".join({one.category for one in products} - kinds)) - own
    return bool(kinds) and not others.isdisjoint(read([said]).words)


def _shown(products: Sequence[ProductSeen], scene: Scene[RecommendPolicy]) -> list[ProductSeen]:
    """The products that the customer was last shown."""
    names = {choice.says for choice in scene.offered}
    return [one for one in products if one.name in names]


def _same_kind(shown: Sequence[ProductSeen], products: Sequence[ProductSeen]) -> Sequence[ProductSeen]:
    kinds = {one.category for one in shown}
    return [one for one in products if one.category in kinds]


def _lacking(said: str, products: Sequence[ProductSeen]) -> str:
    """The telling words, where no product of the kind meets any of them; "" otherwise."""
    wished = read([said])
    found = ranking.rank(products, wished, in_stock_only=False)
    if not wished.words or any(one.met for one in (*found.fit, *found.beyond)):
        return ""
    return " ".join(word for word in re.findall(r"[^\W_]+", said) if stem(word) in wished.words)[:40]


def _refined(way: str, ways: Sequence[ProductSeen], wishes: Wishes, scene: Scene[RecommendPolicy]) -> Step:
    """What goes that way among the same kind of product, within the same price; none of those that were shown."""
    ranked = ranking.rank(ways, wishes, in_stock_only=scene.policy.in_stock_only, never=scene.policy.never)
    if ranked.fit or ranked.beyond:
        return _recommended(ranked, wishes, scene)
    return _no_such(say(words.WHAT[way], scene.language), scene)


def _no_such(what: str, scene: Scene[RecommendPolicy]) -> Step:
    return Ask("more", say(words.NO_SUCH, scene.language).format(what=what), choices=scene.offered, anew=True)


def _with_budget(wishes: Wishes, slots: Mapping[str, Value]) -> Wishes:
    said = slots.get("budget")
    newer = said is not None and all(said.seq >= one.seq for one in _words(slots))
    if said is None or (wishes.most is not None and not newer) or wishes.least is not None:
        return wishes
    return replace(wishes, most=Decimal(said.value))


def _nothing_known(slots: Mapping[str, Value], scene: Scene[RecommendPolicy]) -> Step:
    if "wish" not in slots and "more" not in slots:
        return Ask("wish", say(words.ASK_WISH, scene.language), choices=_categories(scene))
    return Ask("more" if "wish" in slots else "wish", say(words.NOTHING, scene.language), choices=_categories(scene))


def _categories(scene: Scene[RecommendPolicy]) -> tuple[Choice, ...]:
    barred = {one.casefold() for one in scene.policy.never}
    names = dict.fromkeys(one.category for one in scene.records.products() if one.category.casefold() not in barred)
    return tuple(Choice(name, name) for name in list(names)[:5])


def _recommended(ranked: ranking.Ranked, wishes: Wishes, scene: Scene[RecommendPolicy]) -> Step:
    shown = ranked.fit[: scene.policy.most_shown] or ranked.beyond[:1]
    if not shown:
        return Ask("more", say(words.NOTHING, scene.language), choices=_categories(scene))
    opening = say(words.FITS if ranked.fit else words.BEYOND, scene.language)
    lines = [f"- {_line(one, wishes, scene.language)}" for one in shown]
    text = "\n".join([opening, "", *lines, "", say(words.NARROW, scene.language)])
    return Ask("more", text, choices=_choices(shown, scene.language), anew=True)


def _choices(shown: Sequence[Found], language: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.product.name, one.product.name, saying.money(one.product.price, one.product.currency, language))
        for one in shown
    )


def _line(one: Found, wishes: Wishes, language: str) -> str:
    product = one.product
    why = [product.category, *(f"{name}: {value}" for name, value in one.attributes if value)]
    if wishes.most is not None:
        why.append(_price_reason(product, wishes.most, language))
    why.append(say(words.IN_STOCK if product.stock else words.SOLD_OUT, language))
    price = saying.money(product.price, product.currency, language)
    return f"**{product.name}**, {price}: {', '.join(dict.fromkeys(why))}."


def _price_reason(product: ProductSeen, most: Decimal, language: str) -> str:
    if product.price <= most:
        return say(words.WITHIN, language).format(most=saying.money(most, product.currency, language))
    return say(words.ABOVE, language).format(by=saying.money(product.price - most, product.currency, language))


def _whole(product: ProductSeen, scene: Scene[RecommendPolicy]) -> str:
    language = scene.language
    text = " ".join(product.description.split())
    short = text if len(text) <= LONGEST_DESCRIPTION else f"{text[:LONGEST_DESCRIPTION].rstrip()}…"
    facts = [f"- {name}: {value}" for name, value in product.attributes.items() if not isinstance(value, dict | list)]
    stock = say(words.IN_STOCK if product.stock else words.SOLD_OUT, language)
    head = f"**{product.name}**, {saying.money(product.price, product.currency, language)}, {stock}."
    return "\n".join(part for part in [head, short, *facts, product.url] if part)


def describe(policy: RecommendPolicy) -> Sequence[str]:
    """The policy in sentences."""
    of = (
        gettext("products that are in stock")
        if policy.in_stock_only
        else gettext("products, also those that are sold out")
    )
    says = [
        gettext(
            "Recommends up to {most_shown} {of}, with the reasons, and says nothing that is not in your records."
        ).format(most_shown=policy.most_shown, of=of)
    ]
    if policy.asks_budget:
        says.append(gettext("Asks what it may cost first."))
    if policy.never:
        says.append(gettext("Never recommends {never}.").format(never=", ".join(policy.never)))
    return says


RECOMMEND: Skill[RecommendPolicy] = Skill(
    name="recommend",
    label=gettext_noop("Recommend products"),
    purpose=gettext_noop(
        "Recommend products out of the records by what the customer wants: kind, use, price, properties."
    ),
    slots=(WISH, BUDGET, MORE),
    policy=RecommendPolicy,
    step=step,
    describe=describe,
    examples=(
        "Can you recommend a bike for commuting?",
        "I'm looking for a city bike under 800 euros",
        "Which helmet would suit my daughter?",
        "what do you suggest for long tours",
        "need something light for the city, not electric",
        "Do you have a good gift for a cyclist around 50 euros?",
        "help me choose a lock",
        "Which of your products is best for beginners?",
        "Ich suche ein Fahrrad für die Stadt",
        "Was empfehlen Sie für lange Touren?",
        "Welches Modell passt zu mir?",
        "Je cherche un vélo pour enfant",
        "Que me conseillez-vous pour la ville ?",
        "¿Qué bicicleta me recomienda para ir al trabajo?",
        "Cerco un casco leggero",
        "Que bicicleta recomendam para a cidade?",
        "Kunt u een fiets voor woon-werkverkeer aanraden?",
        "can you recommend one of your products",
        "I am looking for a jacket",
        "I'm looking for something for my garden",
        "Which one would suit me best?",
        "Which laptop would suit a student?",
        "looking for a present for my father",
        "I need a gift for my mum, any tips?",
        "any tips which one I should get for my son?",
        "what should I get for camping in winter?",
        "Which shoes are good for hiking?",
        "I need a new backpack, what do you have?",
        "do you have anything waterproof for kids under 30 pounds",
        "Welches Schloss würden Sie mir raten?",
        "Was für ein Zelt passt für zwei Personen?",
        "Ich brauche ein Geschenk, haben Sie eine Idee?",
        "Quel casque pour un enfant de huit ans ?",
        "Je cherche un cadeau pour ma sœur",
        "Busco una chaqueta impermeable",
        "¿Cuál me conviene más?",
        "Quale zaino va bene per un bambino?",
        "Cerco un regalo per mio padre",
        "Procuro um presente para a minha irmã",
        "Ik zoek een cadeau voor mijn vader",
        "Welke jas past het beste bij regen?",
    ),
    near_misses=(
        "Where is the bike that I ordered?",
        "Can you recommend a restaurant near your shop?",
        "How do I choose the right size?",
        "My bike is broken, what do you suggest?",
        "I want to return the helmet",
        "Which payment methods do you recommend?",
        "Ich suche meine Rechnung",
        "Je cherche le numéro de ma commande",
        "How much does it cost?",
        "How much is the blue one?",
        "What is the price of this?",
        "Was kostet das?",
        "Is it still in stock?",
        "I am looking for my parcel",
        "I'm looking for your phone number",
        "How do I look after it?",
    ),
)
