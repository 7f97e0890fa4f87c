import pytest
from django.urls import reverse

from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Population, TilePlace

pytestmark = pytest.mark.django_db


def text_of(answer):
    return answer.content.decode()


def test_the_sentence_counts_the_levels(client, little_sweden):
    page = text_of(client.get(reverse("network")))
    assert "1 sjukvårdsregion, 1 län, 1 region och 2 kommuner." in page


@pytest.mark.parametrize(
    ("asked", "name"), [("mora", "Mora kommun"), ("FALUN", "Falu kommun"), ("2062", "Mora kommun")]
)
def test_search_finds_by_name_and_code_without_javascript(client, little_sweden, asked, name):
    answer = client.get(reverse("network"), {"q": asked})
    assert [found["hit"].name for found in answer.context["hits"]][:1] == [name]
    assert name in text_of(answer)


def test_search_finds_are_and_2321(client, make, little_sweden):
    make(Kind.MUNICIPALITY, "Åre kommun", code="2321", below=little_sweden["county"])
    for asked in ("Åre", "are", "2321"):
        assert client.get(reverse("network"), {"q": asked}).context["hits"][0]["hit"].name == "Åre kommun"


def test_htmx_gets_the_hits_alone(client, little_sweden):
    headers = {"HX-Request": "true", "HX-Target": "results"}
    page = text_of(client.get(reverse("network"), {"q": "mora"}, headers=headers))
    assert "Mora kommun" in page
    assert "<html" not in page


def test_nothing_found_says_what_to_try(client, little_sweden):
    assert "Pröva en del av namnet" in text_of(client.get(reverse("network"), {"q": "xyz"}))


def test_a_day_before_the_beginning_is_empty_and_leads_back(client, little_sweden):
    page = text_of(client.get(reverse("network"), {"dag": "1950-01-01"}))
    assert "Den dagen fanns ingenting av nätverket inlagt." in page


@pytest.mark.parametrize("day", ["igår", "2020-02-30", "9999-12-31", "0001-01-01", "' OR 1=1"])
def test_a_day_that_is_none_is_400_with_a_sentence(client, little_sweden, day):
    answer = client.get(reverse("network"), {"dag": day})
    assert answer.status_code == 400
    assert "2015-03-01" in text_of(answer) or "mellan 1900 och 2100" in text_of(answer)


def test_the_map_has_a_tile_for_each_municipality_that_links_to_it(client, little_sweden):
    for column, name in enumerate(("falun", "mora")):
        TilePlace.objects.create(layout="municipalities", body=little_sweden[name], column=column, row=0)
    Population.objects.create(
        body=little_sweden["mora"], kind=Kind.MUNICIPALITY, reference_date="2020-12-31", people=20_000, source="SCB"
    )
    tiles = client.get(reverse("network")).context["municipalities"]["tiles"]
    assert [(tile["label"], tile["state"]) for tile in tiles] == [("Falu kommun", "None"), ("Mora kommun", "2")]
    assert tiles[1]["href"] == reverse("body", args=[little_sweden["mora"].pk])


def test_as_many_questions_for_one_municipality_as_for_many(client, make, little_sweden, django_assert_num_queries):
    with django_assert_num_queries(11) as few:
        client.get(reverse("network"), {"q": "kommun"})
    for number in range(5):
        make(Kind.MUNICIPALITY, f"Ny {number} kommun", code=f"999{number}", below=little_sweden["county"])
    with django_assert_num_queries(len(few)):
        client.get(reverse("network"), {"q": "kommun"})
