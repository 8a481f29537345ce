"""What somebody wants of a product is read out of their words; what fits is chosen by it, and nothing is made up."""

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from assistant.records.contract import ProductSeen
from assistant.skills.products import comparing
from assistant.skills.products.ranking import named, rank
from assistant.skills.products.recommending import WISH
from assistant.skills.products.wishes import Wishes, read
from assistant.skills.products.words import NO_SUCH, WHAT
from assistant.skills.slots import KINDS, Around
from tests.skills.shelf import NOW


def product(sku: str, name: str, category: str, price: int, *, stock: int = 3, **attributes: object) -> ProductSeen:
    """Something on the shelf."""
    return ProductSeen(sku, name, category, f"A {name}.", Decimal(price), "EUR", stock, attributes)


SHELF = [
    product("C1", "Mill Lane", "City bikes", 649, colour="green"),
    product("C2", "Harbour", "City bikes", 1190, colour="blue"),
    product("E1", "Volt", "Electric bikes", 2490),
    product("K1", "Sparrow", "Children's bikes", 289, colour="blue"),
    product("H1", "Shell", "Helmets", 49, stock=0),
]


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("a city bike under 800 euros", None, "800"),
        ("up to €1,200", None, "1200"),
        ("no more than 1,200 pounds", None, "1200"),
        ("bis 300 €", None, "300"),
        ("moins de 250€", None, "250"),
        ("hasta 90 euros", None, "90"),
        ("budget 1.5k", None, "1500"),
        ("between 200 and 400 euros", "200", "400"),
        ("zwischen 400 und 200 Euro", "200", "400"),
        ("at least 500", "500", None),
        ("around 100 euros", "75", "125"),
        ("for 49,90 €", None, "49.90"),
        ("I have 2 kids", None, None),
        ("for my 6 year old", None, None),
    ],
)
def test_a_price_is_read(said: str, least: str | None, most: str | None) -> None:
    wishes = read([said])
    assert (wishes.least, wishes.most) == (least and Decimal(least), most and Decimal(most))


def test_what_it_must_not_be_is_kept_apart() -> None:
    wishes = read(["something light for the city, not electric"])
    assert "electric" in wishes.not_words
    assert "electric" not in wishes.words
    assert {"light", "city"} <= set(wishes.words)


def test_a_later_price_takes_the_place_of_an_earlier_one_and_words_add_up() -> None:
    wishes = read(["a city bike under 800", "a blue one, up to 1300"])
    assert wishes.most == Decimal(1300)
    assert {"city", "blue"} <= set(wishes.words)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("I'm looking for a city bike", "Sorry, I meant an electric bike"),
        ("a city bike", "no, I mean an electric one"),
        ("ein city bike", "Ich meinte ein electric bike"),
        ("un city bike", "non, je voulais dire un electric bike"),
    ],
)
def test_what_was_meant_takes_the_place_of_what_was_said(first: str, then: str) -> None:
    assert [one.product.sku for one in rank(SHELF, read([first, then]), in_stock_only=True).fit] == ["E1"]


def test_a_no_before_a_wish_rules_nothing_out() -> None:
    wishes = read(["a bike", "no, an electric one"])
    assert "electric" in wishes.words
    assert not wishes.not_words
    assert read(["no electric bikes"]).not_words


@pytest.mark.parametrize(
    ("said", "fit", "beyond"),
    [
        ("a city bike", ["C1", "C2"], []),
        ("a city bike under 800", ["C1"], ["C2"]),
        ("a blue city bike", ["C2"], []),
        ("an electric bike up to 2000", [], ["E1"]),
        ("a bike, not electric, in blue", ["C2", "K1"], []),
        ("a helmet", [], []),  # sold out
        ("a cheap bike for children", ["K1"], []),
    ],
)
def test_what_fits_is_chosen(said: str, fit: list[str], beyond: list[str]) -> None:
    ranked = rank(SHELF, read([said]), in_stock_only=True)
    met = [one.product.sku for one in ranked.fit if one.met]
    assert sorted(met) == sorted(fit)
    assert [one.product.sku for one in ranked.beyond if one.met] == beyond


def test_what_is_sold_out_is_told_where_the_policy_says_so() -> None:
    ranked = rank(SHELF, read(["a helmet"]), in_stock_only=False)
    assert [one.product.sku for one in ranked.fit] == ["H1"]


def test_a_barred_category_is_never_chosen() -> None:
    ranked = rank(SHELF, read(["an electric bike"]), in_stock_only=True, never=["electric bikes"])
    assert all(one.product.sku != "E1" for one in (*ranked.fit, *ranked.beyond))


def test_no_word_that_is_met_is_missing_in_the_record() -> None:
    for one in rank(SHELF, read(["a light blue city bike for surfing"]), in_stock_only=True).fit:
        record = f"{one.product.name} {one.product.category} {one.product.description} {one.product.attributes}".lower()
        assert all(word[:4] in record for word in one.met)
        assert all(str(one.product.attributes[name]) == value for name, value in one.attributes)


def test_nothing_said_chooses_nothing_in_particular() -> None:
    assert all(not one.met for one in rank(SHELF, Wishes(), in_stock_only=True).fit)


def test_a_product_is_known_by_its_name() -> None:
    assert named(SHELF, "tell me more about the harbour please") is SHELF[1]
    assert named(SHELF, "the green one") is None


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("something lighter", "lighter"),
        ("do you have a cheaper one?", "cheaper"),
        ("a bigger one please", "bigger"),
        ("in another colour", "colour"),
        ("etwas Leichteres", "lighter"),
        ("geht das auch günstiger?", "cheaper"),
        ("in einer anderen Farbe", "colour"),
        ("quelque chose de plus léger", "lighter"),
        ("une autre couleur", "colour"),
        ("algo más barato", "cheaper"),
        ("en otro color", "colour"),
        ("qualcosa di più economico", "cheaper"),
        ("un altro colore", "colour"),
        ("algo mais leve", "lighter"),
        ("outra cor", "colour"),
        ("iets goedkopers", "cheaper"),
        ("een andere kleur", "colour"),
        ("a light for my bike", ""),
        ("a blue one", ""),
    ],
)
def test_a_wish_that_refines_is_known(said: str, way: str) -> None:
    assert comparing.read(said)[0] == way
    around = Around("en", NOW, ZoneInfo("UTC"))
    assert not way or not KINDS["wish"].find(f"I want {said}", WISH, around)  # no wish of its own


@pytest.mark.parametrize(
    ("way", "shown", "found"),
    [
        ("cheaper", ["C2"], ["C1", "K1", "H1"]),
        ("cheaper", ["C1", "K1", "H1"], []),
        ("dearer", ["C2"], ["E1"]),
        ("colour", ["C2"], ["C1"]),
        ("other", ["C2"], ["C1", "E1", "K1", "H1"]),
        ("lighter", ["C2"], []),  # nothing tells its weight
    ],
)
def test_what_goes_that_way_is_none_of_those_shown(way: str, shown: list[str], found: list[str]) -> None:
    before = [one for one in SHELF if one.sku in shown]
    assert [one.sku for one in comparing.going(way, SHELF, before)] == found


def test_weights_and_sizes_are_compared_whatever_their_unit() -> None:
    heavy = product("A", "A", "Bikes", 1, points=["Carries 150 kg", "15.4 kg"])
    light = product("B", "B", "Bikes", 1, Gewicht="9800 g")
    assert comparing.going("lighter", [heavy, light], [heavy]) == [light]
    assert comparing.going("heavier", [heavy, light], [light]) == [heavy]
    small, large = product("S", "S", "Jackets", 1, Size="S"), product("L", "L", "Jackets", 1, Size="XL")
    assert comparing.going("bigger", [small, large], [small]) == [large]
    assert comparing.going("smaller", [small, large], [small]) == []


def test_every_way_has_words_where_there_is_none() -> None:
    for words in (*WHAT.values(), NO_SUCH):
        assert set(words) == {"en", "de", "fr", "es", "it", "pt", "nl"}
