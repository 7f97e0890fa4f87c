"""Sweden as it is and was: the golden figures, and what a second or a changed file does."""

import datetime as dt
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.calendar import FOREVER
from vaxel.network.actor import SYSTEM
from vaxel.network.checks import checks
from vaxel.network.commands.bodies import rename
from vaxel.network.commands.reference import OWN_FILES, load, plan
from vaxel.network.domain.kinds import BIT, PRINCIPALS, Kind, Tree
from vaxel.network.models import Body, Identity, Neighbour, Peer, Population, Succession, Tie, TilePlace
from vaxel.network.queries.asof import at
from vaxel.network.queries.search import search

TODAY = dt.date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sweden(django_db_setup, django_db_blocker):
    """Loaded once for this file and taken away again."""
    with django_db_blocker.unblock():
        call_command("reference", "load", stdout=StringIO())
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def changed(tmp_path):
    """changed("ties.csv", old, new): a folder with our files, one of them edited."""

    def _changed(file, *edits):
        folder = tmp_path / "files"
        shutil.copytree(OWN_FILES, folder, dirs_exist_ok=True)
        text = (folder / file).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / file).write_text(text, encoding="utf-8")
        return folder

    return _changed


def run(*words):
    out = StringIO()
    call_command("reference", *words, stdout=out)
    return out.getvalue()


def municipality(code, day=TODAY):
    return at(day).by_code(Kind.MUNICIPALITY, code)


def names(bodies):
    return [body.name for body in bodies]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (Kind.NATION, 1),
        (Kind.HEALTHCARE_REGION, 6),
        (Kind.RESOURCE_CENTRE, 6),
        (Kind.COUNTY, 21),
        (Kind.REGION, 21),
        (Kind.MUNICIPALITY, 290),
    ],
)
def test_sweden_today(sweden, kind, count):
    network = at(TODAY)
    assert network.of_kind(kind).count() == count
    if kind != Kind.NATION:
        nation = network.by_code(Kind.NATION, "00")
        assert network.below(nation, kind).count() == count


def test_310_principals_are_311_roles(sweden):
    """Gotland is one organisation in two roles and is never counted twice as a body."""
    network = at(TODAY)
    nation = network.by_code(Kind.NATION, "00")
    assert network.below(nation, PRINCIPALS).count() == 310


@pytest.mark.parametrize(("year", "count"), [(1998, 288), (1999, 289), (2002, 289), (2003, 290), (2026, 290)])
def test_municipalities_by_year(sweden, year, count):
    assert at(dt.date(year, 6, 1)).of_kind(Kind.MUNICIPALITY).count() == count


@pytest.mark.parametrize(("day", "count"), [("1998-12-31", 24), ("1999-01-01", 21), ("2026-11-23", 21)])
def test_regions_by_day(sweden, day, count):
    """23 landsting and Gotland; 21 since Skåne and Västra Götaland were formed."""
    assert at(dt.date.fromisoformat(day)).of_kind(Kind.REGION).count() == count


@pytest.mark.parametrize(("year", "count"), [(1998, 6), (2003, 7), (2006, 7), (2007, 8), (2026, 8)])
def test_uppsala_county_grows(sweden, year, count):
    network = at(dt.date(year, 6, 1))
    county = network.by_code(Kind.COUNTY, "03")
    assert network.below(county, Kind.MUNICIPALITY).count() == count


def test_heby_changes_code_county_and_region_in_a_night(sweden):
    before, after = dt.date(2006, 12, 31), dt.date(2007, 1, 1)
    heby = municipality("1917", before)
    assert heby == municipality("0331", after)
    assert (municipality("0331", before), municipality("1917", after)) == (None, None)
    assert at(before).county_of(heby).name == "Västmanlands län"
    assert at(after).county_of(heby).name == "Uppsala län"


def test_habo_and_mullsjo_before_1998(sweden):
    habo = municipality("1623", dt.date(1997, 12, 31))
    assert habo == municipality("0643", dt.date(1998, 1, 1))
    assert at(dt.date(1997, 12, 31)).county_of(habo).name == "Skaraborgs län"
    assert at(dt.date(1998, 1, 1)).county_of(habo).name == "Jönköpings län"


def test_dalarna_has_fifteen_municipalities(sweden):
    network = at(TODAY)
    county = network.by_code(Kind.COUNTY, "20")
    assert network.below(county, Kind.MUNICIPALITY).count() == 15
    assert names(network.below(county, Kind.REGION)) == ["Region Dalarna"]
    assert names(at(dt.date(2018, 12, 31)).below(county, Kind.REGION)) == ["Landstinget Dalarna"]


def test_halland_lies_in_two_healthcare_regions_and_its_municipalities_in_one_each(sweden):
    network = at(TODAY)
    south, west = (network.by_code(Kind.HEALTHCARE_REGION, code) for code in "45")
    county = network.by_code(Kind.COUNTY, "13")
    region = network.by_code(Kind.REGION, "13")
    for body in (county, region):
        assert {parent.code for parent in network.parents(body, Kind.HEALTHCARE_REGION)} == {"4", "5"}
    of_halland = set(network.below(county, Kind.MUNICIPALITY))
    assert names(body for body in network.below(south, Kind.MUNICIPALITY) if body in of_halland) == [
        "Hylte kommun",
        "Halmstads kommun",
        "Laholms kommun",
    ]
    assert names(body for body in network.below(west, Kind.MUNICIPALITY) if body in of_halland) == [
        "Falkenbergs kommun",
        "Varbergs kommun",
        "Kungsbacka kommun",
    ]
    assert network.below(south, Kind.MUNICIPALITY).count() == 49
    assert network.below(west, Kind.MUNICIPALITY).count() == 52


def test_the_trail_of_halland(sweden):
    network = at(TODAY)
    county = network.by_code(Kind.COUNTY, "13")
    both = [["Sverige"], ["Södra sjukvårdsregionen", "Västra sjukvårdsregionen"], ["Hallands län"]]
    assert [names(level) for level in network.path(county)] == both
    assert [names(level) for level in network.path(network.by_code(Kind.REGION, "13"))] == [*both, ["Region Halland"]]
    assert [names(level) for level in network.path(municipality("1384"))] == [
        ["Sverige"],
        ["Västra sjukvårdsregionen"],
        ["Hallands län"],
        ["Kungsbacka kommun"],
    ]


def test_gotland_is_one_organisation_in_two_roles(sweden):
    network = at(TODAY)
    gotland = municipality("0980")
    assert network.by_code(Kind.REGION, "09") == gotland
    assert network.kinds_mask([gotland]) == {gotland.pk: BIT[Kind.MUNICIPALITY] | BIT[Kind.REGION]}
    county = network.by_code(Kind.COUNTY, "09")
    assert list(network.below(county)) == [gotland]
    assert (network.below(county, Kind.REGION).get().code, network.below(county, Kind.MUNICIPALITY).get().code) == (
        "09",
        "0980",
    )
    assert [names(level) for level in network.path(gotland)][-2:] == [["Gotlands län"], ["Region Gotland"]]


def test_the_state_runs_in_parallel(sweden):
    network = at(TODAY)
    nation = network.by_code(Kind.NATION, "00")
    agencies = names(network.below(nation, Kind.AGENCY, tree=Tree.STATE))
    assert {"Socialstyrelsen", "Folkhälsomyndigheten", "Länsstyrelsen i Dalarnas län"} <= set(agencies)
    assert not network.below(nation, Kind.AGENCY).exists()
    assert network.below(nation, Kind.USER_ORGANISATION).filter(name="Riksförbundet Attention").exists()


def test_skl_became_skr(sweden):
    skr = Body.objects.get(reference_key="support_structure:skr")
    assert at(dt.date(2019, 11, 26)).names([skr])[skr.pk] == "Sveriges Kommuner och Landsting"
    assert at(TODAY).names([skr])[skr.pk] == "Sveriges Kommuner och Regioner"


def test_figures(sweden):
    nation = Population.objects.filter(kind=Kind.NATION, reference_date=dt.date(2000, 12, 31)).get()
    assert nation.people == 8_882_792
    gotland = Population.objects.filter(reference_date=dt.date(2024, 12, 31), body__reference_key__endswith=":0980")
    assert (gotland.get().people, gotland.get().women) == (60_971, 30_664)
    assert Neighbour.objects.count() == 1456
    assert Peer.objects.count() == 10_437
    assert TilePlace.objects.filter(layout="municipalities").count() == 290
    assert TilePlace.objects.filter(layout="counties").count() == 21
    assert set(Succession.objects.filter(kind="split").values_list("after__reference_key", flat=True)) == {
        "municipality:0140",
        "municipality:0330",
    }


def test_every_check_is_fine(sweden):
    assert [sentence for _name, ok, sentence in checks() if not ok] == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Åre", "Åre kommun"),
        ("are", "Åre kommun"),
        ("2321", "Åre kommun"),
        ("åre kommun", "Åre kommun"),
        ("  ÅRE ", "Åre kommun"),
        ("landstinget dalarna", "Region Dalarna"),
        ("jämtlands läns landsting", "Region Jämtland Härjedalen"),
        ("gotlands kommun", "Region Gotland"),
        ("malung", "Malung-Sälens kommun"),
        ("1917", "Heby kommun"),
        ("umeåregionen", "Norra sjukvårdsregionen"),
        ("nsph", "Nationell Samverkan för Psykisk Hälsa"),
        ("skl", "Sveriges Kommuner och Regioner"),
        ("upplands bro", "Upplands-Bro kommun"),
        ("väsby", "Upplands Väsby kommun"),
    ],
)
def test_search_finds(sweden, text, first):
    assert search(text, TODAY)[0].name == first


def test_search_says_by_which_old_name(sweden):
    hit = search("landstinget dalarna", TODAY)[0]
    assert (hit.found_as, hit.code, hit.kind) == ("Landstinget Dalarna", "20", "region")
    assert search("Region Dalarna", TODAY)[0].found_as == ""
    ended = search("skaraborgs län", TODAY)[0]
    assert (ended.name, ended.ended) == ("Skaraborgs län", dt.date(1998, 1, 1))


def test_search_of_nothing_and_of_everything(sweden):
    assert search("", TODAY) == search("  - ", TODAY) == search("%", TODAY) == search("finns inte alls", TODAY) == []
    assert len(search("a", TODAY)) == 20
    assert len({hit.body_id for hit in search("region", TODAY, limit=100)}) == len(search("region", TODAY, limit=100))


def test_search_takes_two_queries_whatever_it_finds(sweden):
    for text in ("2321", "region", "a"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            search(text, TODAY)
        assert len(asked) == 2, text


def test_a_second_load_changes_nothing_and_says_so(sweden):
    before = set(Tie.objects.values_list("pk", flat=True))
    assert run("load") == "Inget att ändra: allt är redan inläst.\n"
    assert set(Tie.objects.values_list("pk", flat=True)) == before


def test_a_changed_file_shows_first_and_changes_nothing_unasked(sweden, changed):
    folder = changed("identities.csv", ("Åre kommun,Åre", "Åre stad,Åre"))
    shown = run("load", "--dry-run", "--from", str(folder))
    assert "~ municipality:2321 municipality 1998-01-01  name: Åre kommun → Åre stad" in shown
    with pytest.raises(CommandError) as refused:
        run("load", "--from", str(folder))
    assert refused.value.returncode == 1
    assert municipality("2321").name == "Åre kommun"
    assert "Inläst: 1 rader" in run("load", "--yes", "--from", str(folder))
    assert municipality("2321").name == "Åre stad"
    assert search("åre stad", TODAY)[0].code == "2321"


def test_an_ended_and_a_new_tie_move_a_municipality(sweden, changed):
    old = "governance,municipality:0331,county:03,whole,2007-01-01,,"
    new = old.replace(",,", ",2027-01-01,")
    source = "sverigesradio.se artikel 758495; hemort (CRAN decoder)"
    folder = changed(
        "ties.csv",
        (old + source, f"{new}{source}\ngovernance,municipality:0331,county:19,whole,2027-01-01,,beslut"),
    )
    proposed = plan(folder)
    assert proposed.changes == 2
    load(proposed, by=SYSTEM)
    heby = municipality("0331")
    assert at(dt.date(2027, 1, 1)).county_of(heby).code == "19"
    assert at(dt.date(2026, 12, 31)).county_of(heby).code == "03"
    assert all(ok for _name, ok, _sentence in checks())


def test_a_row_that_is_gone_from_the_file_ends_nothing(sweden, changed):
    folder = changed("neighbours.csv", ("municipality:0114,", "municipality:0115,"))
    text = (folder / "neighbours.csv").read_text().splitlines()
    (folder / "neighbours.csv").write_text("\n".join([text[0], *text[3:]]) + "\n")
    assert run("load", "--yes", "--from", str(folder)).startswith("Inget att ändra")
    assert Neighbour.objects.count() == 1456


def test_what_was_changed_here_stays_though_the_file_does_not_know(sweden, changed):
    rename(municipality("2321"), "Åre bergskommun", by=SYSTEM, day=dt.date(2026, 1, 1))
    assert run("load").startswith("Inget att ändra")
    folder = changed("identities.csv", ("Ragunda kommun,Ragunda", "Ragunda,Ragunda"))
    run("load", "--yes", "--from", str(folder))
    assert (municipality("2321").name, municipality("2303").name) == ("Åre bergskommun", "Ragunda")


@pytest.mark.parametrize(
    ("file", "edit", "words"),
    [
        ("identities.csv", ("1998-01-01", "1998-13-01"), "identities.csv rad 3"),
        ("identities.csv", ("municipality:2321,", "by:2321,"), "identities.csv rad"),
        ("identities.csv", ("body,kind", "kropp,kind"), "kolumnerna ska heta"),
        ("ties.csv", ("municipality:2321", "municipality:9999"), "municipality:9999"),
        ("ties.csv", (",whole,", ",hel,"), "ties.csv rad 2"),
        ("population.csv", ("8882792", "många"), "population.csv rad 2"),
        (
            "tiles.csv",
            ("counties,county:01,3,4", "counties,county:01,3,4\ncounties,county:01,3,4"),
            "tiles.csv rad 293",
        ),
        ("tiles.csv", ("counties,county:01,3,4", "counties,county:01,3"), "tiles.csv rad 292"),
        ("ties.csv", ("governance,county:01,healthcare_region:1,", "governance,nation:00,county:01,"), "krockar"),
        ("identities.csv", ("municipality:2321,municipality,2321", "municipality:2321,municipality,2326"), "krockar"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence_and_nothing_changes(sweden, changed, file, edit, words):
    before = Tie.objects.count(), Identity.objects.filter(valid_to=FOREVER).count()
    with pytest.raises(CommandError, match=words) as refused:
        run("load", "--yes", "--from", str(changed(file, edit)))
    assert refused.value.returncode == 1
    assert (Tie.objects.count(), Identity.objects.filter(valid_to=FOREVER).count()) == before


def test_a_folder_without_files_is_refused(sweden, tmp_path):
    with pytest.raises(CommandError, match=r"identities\.csv"):
        run("load", "--from", str(tmp_path))


@pytest.mark.parametrize("number", [1, 3, 60])
def test_lists_take_one_query(sweden, number, django_assert_num_queries):
    network = at(TODAY)
    bodies = list(Body.objects.filter(kind=Kind.MUNICIPALITY)[:number])
    with django_assert_num_queries(1):
        assert all(body.name for body in network.named(bodies))
    with django_assert_num_queries(1):
        network.kinds_mask(bodies)
