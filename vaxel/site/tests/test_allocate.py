"""`vaxel allocate` as one types it. No test here may reach a database: pytest refuses it, as the command must do without."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from vaxel.site.cli import main

EXAMPLES = settings.CHECKOUT / "docs" / "examples"
S3 = [str(EXAMPLES / "ok-2020.toml"), "--population", str(EXAMPLES / "population-2019-11-01.csv")]
STREAM = """[[stream]]
key = "a"
title = "A"
pot_kr = 100
receivers = "municipality"
allocation = "population"
reference_date = 2019-11-01
"""
HEAD = 'name = "Ö"\nyear = 2020\n[payout]\nrounding = "nearest"\n'
PEOPLE = """area_type,area_code,area_name,reference_date,population
municipality,0114,A,2019-11-01,10
municipality,0115,B,2019-11-01,20
county,01,L,2019-11-01,30
county,20,Dalarnas län,2019-11-01,30
municipality,0117,C,2018-11-01,5
"""


@pytest.fixture
def run(tmp_path, capsys):
    def run(toml, people, *more):
        (tmp_path / "a.toml").write_bytes(toml if isinstance(toml, bytes) else toml.encode())
        (tmp_path / "p.csv").write_bytes(people if isinstance(people, bytes) else people.encode())
        code = main(["allocate", str(tmp_path / "a.toml"), "--population", str(tmp_path / "p.csv"), *more])
        out, err = capsys.readouterr()
        return code, out, err

    return run


OF_ONE_DAY = PEOPLE.replace("municipality,0117,C,2018-11-01,5\n", "")


def allocated(run, toml, people=OF_ONE_DAY):
    code, out, err = run(toml, people, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_the_published_rows(capsys):
    assert main(["allocate", *S3]) == 0
    table = capsys.readouterr().out.replace("\u00a0", " ")
    assert "2062  Mora              395 640,36  197 820,18  593 460,54      593 461" in table
    assert "Mottagare som inte är upptagna, med 10 285 347 invånare: 199 338 609,64 kr" in table


def test_which_rounding_the_published_table_used(capsys):
    assert main(["allocate", *S3, "--published", str(EXAMPLES / "ok-2020-publicerad.csv")]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Tabellen är avrundad en gång, på radens exakta summa")
    assert "Mora skulle få 593\u00a0460 kr, inte 593\u00a0461 kr" in told


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("kod;utbetalning\n0114;33", "kolumnen a saknas"),
        ("kod;a;utbetalning\n0116;33,33;33", "rad 2: 0116 är ingen mottagare"),
        ("kod;a;utbetalning\n0114;x;33", "rad 2: ”x” är inget belopp"),
    ],
)
def test_a_published_table_that_cannot_be_read(run, tmp_path, table, said):
    (tmp_path / "t.csv").write_text(table)
    code, out, err = run(HEAD + STREAM, OF_ONE_DAY, "--published", str(tmp_path / "t.csv"))
    assert (code, out) == (1, "")
    assert said in err


def test_our_own_table_is_read_back(run, tmp_path):
    (tmp_path / "t.csv").write_text(run(HEAD + STREAM, OF_ONE_DAY, "--format", "csv")[1].lstrip("\ufeff"))
    code, out, _err = run(HEAD + STREAM, OF_ONE_DAY, "--published", str(tmp_path / "t.csv"))
    assert code == 0
    assert "En gång på raden: 2 av 2 rader stämmer" in out


def test_the_contract_of_json(run):
    found = allocated(run, HEAD + STREAM)
    assert found["streams"][0] | {"lines": 0, "title": 0, "receivers": 0, "pot_ore": 0} == {
        "key": "a",
        "title": 0,
        "receivers": 0,
        "pot_ore": 0,
        "denominator": 30,
        "denominator_source": "sum_of_receivers",
        "shares": [
            {"code": "0114", "name": "A", "population": 10, "share_ore": 3333},
            {"code": "0115", "name": "B", "population": 20, "share_ore": 6667},
        ],
        "sum_share_ore": 10000,
        "difference_ore": 0,
        "lines": 0,
    }
    assert found["payouts"][0] == {
        "kind": "municipality",
        "code": "0114",
        "name": "A",
        "share_ore": 3333,
        "payout_kr": 33,
    }
    assert (found["sum_payout_kr"], found["difference_ore"]) == (100, 0)
    assert {"version", "inputs", "outputs", "sha256"} == set(found["receipt"])


def test_a_receipt_is_reckoned_again(run, tmp_path, capsys):
    whole = allocated(run, HEAD + STREAM)
    for name, content in (("whole", whole), ("alone", whole["receipt"])):
        (tmp_path / name).write_text(json.dumps(content))
        assert main(["allocate", "--check", str(tmp_path / name)]) == 0
        assert whole["receipt"]["sha256"] in capsys.readouterr().out
    whole["receipt"]["outputs"]["payouts"][0]["payout_kr"] = 34
    (tmp_path / "changed").write_text(json.dumps(whole))
    assert main(["allocate", "--check", str(tmp_path / "changed")]) == 1
    assert "kvittot håller inte" in capsys.readouterr().err


def test_regions_have_their_counties_people(run):
    found = allocated(run, HEAD + STREAM.replace("municipality", "region"))
    assert [(one["kind"], one["code"], one["name"]) for one in found["payouts"]] == [
        ("region", "01", "L"),
        ("region", "20", "Dalarnas län"),
    ]


def test_a_county_and_a_region_of_one_code_are_two(run):
    both = STREAM.replace("municipality", "region") + STREAM.replace("municipality", "county").replace('"a"', '"b"')
    assert [(one["kind"], one["code"]) for one in allocated(run, HEAD + both)["payouts"]] == [
        ("region", "01"),
        ("region", "20"),
        ("county", "01"),
        ("county", "20"),
    ]


def test_the_six_healthcare_regions_are_known(run):
    """2017: six million each. The file knows no healthcare regions."""
    equal = (
        STREAM.replace("municipality", "healthcare_region")
        .replace('"population"', '"equal"')
        .replace("100", "36_000_000")
    )
    found = allocated(run, HEAD + equal.replace("reference_date = 2019-11-01", ""))
    assert [(one["code"], one["payout_kr"]) for one in found["payouts"]] == [(str(n), 6_000_000) for n in range(1, 7)]
    assert found["payouts"][3]["name"] == "Södra sjukvårdsregionen"


def test_healthcare_regions_have_their_members_people(run):
    """Halland's municipalities go to two of them."""
    rows = (settings.PACKAGE / "network" / "reference" / "population.csv").read_text().splitlines()
    kinds = {"county": "county", "municipality": "municipality", "nation": "country"}
    rows = [row.split(",") for row in rows if ",2019-12-31," in row]
    people = "area_type,area_code,area_name,reference_date,population\n" + "\n".join(
        f"{kinds[row[1]]},{row[0].split(':')[1]},x,{row[2]},{row[3]}" for row in rows
    )
    terms = HEAD + STREAM.replace("municipality", "healthcare_region").replace("2019-11-01", "2019-12-31")
    code, out, _err = run(terms, people, "--format", "json")
    found = json.loads(out)["streams"][0]
    assert code == 0
    assert sum(one["population"] for one in found["shares"]) == found["denominator"] == 10_327_589
    assert found["difference_ore"] in range(-3, 4)


def test_healthcare_regions_without_their_members_are_refused(run):
    code, out, err = run(HEAD + STREAM.replace("municipality", "healthcare_region"), PEOPLE)
    assert (code, out) == (1, "")
    assert "folkmängden för Stockholms sjukvårdsregion (1) saknas" in err


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(",", ";"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", ",more\n"),
        lambda text: text.replace("A,", '"A",'),
        lambda text: "\n".join([text.splitlines()[0], *reversed(text.splitlines()[1:])]),
    ],
    ids=["mark", "crlf", "semicolons", "empty lines", "a column more", "quotes", "another order"],
)
def test_a_file_as_it_comes(run, change):
    assert allocated(run, HEAD + STREAM, change(OF_ONE_DAY)) == allocated(run, HEAD + STREAM)


def test_csv_wakes_no_formula(run):
    people = OF_ONE_DAY.replace(",A,", ",=1+1,")
    code, out, _err = run(HEAD + STREAM, people, "--format", "csv")
    assert code == 0
    assert out.splitlines()[1] == "municipality;0114;'=1+1;33,33;33,33;33"


@pytest.mark.parametrize(
    ("toml", "people", "said"),
    [
        (STREAM.replace("100", "-100"), PEOPLE, "rad 8: pot_kr får inte vara negativ"),
        (STREAM.replace("100", "100.5"), PEOPLE, "pot_kr har decimaler, skriv kronor och öre inom citattecken"),
        (STREAM.replace("100", "true"), PEOPLE, "pot_kr ska vara kronor"),
        (STREAM.replace("100", '"1.234"'), PEOPLE, "pot_kr ska vara kronor"),
        (STREAM.replace("100", "9" * 40), PEOPLE, "pot_kr är ett större tal"),
        (STREAM.replace("100", "9" * 5000), PEOPLE, "går inte att läsa som TOML"),
        (STREAM.replace("municipality", "healthcare"), PEOPLE, "(menade du ”healthcare_region”?); tillåtna är municip"),
        (STREAM.replace("municipality", "county").replace("2019", "2018"), PEOPLE, "har ingen mottagare"),
        (STREAM.replace("2019-11-01", "2019-02-30"), PEOPLE, "rad 11 går inte att läsa som TOML"),
        (STREAM.replace("2019-11-01", '"2019-02-30"'), PEOPLE, "reference_date ska vara en dag"),
        (STREAM.replace("2019-11-01", "2019-11-01T10:00:00"), PEOPLE, "reference_date ska vara en dag"),
        (STREAM.replace("pot_kr", "pott_kr"), PEOPLE, "rad 8: ordet ”pott_kr” är okänt (menade du ”pot_kr”?); tillåtna"),
        (STREAM.replace("[[stream]]", "[[streams]]"), PEOPLE, "rad 5: ordet ”streams” är okänt"),
        (STREAM.replace("[[stream]]", "[stream]"), PEOPLE, "varje inriktning ska börja med [[stream]]"),
        (STREAM.replace("pot_kr = 100", ""), PEOPLE, "rad 5: pot_kr saknas"),
        (STREAM.replace('"A"', "A"), PEOPLE, "rad 7 går inte att läsa som TOML"),
        (STREAM.replace('"A"', '"A"\ntitle = "B"'), PEOPLE, "rad 8: samma ord står två gånger"),
        (STREAM + STREAM, PEOPLE, "rad 13: två inriktningar heter ”a”"),
        (STREAM + "base_kr = 1", PEOPLE, "base_kr hör inte till fördelning som population"),
        (STREAM, PEOPLE, "C (0117) är upptagen, men inte den 2019-11-01"),
        (STREAM, PEOPLE.splitlines()[0], "har ingen mottagare"),
        (STREAM, "", "är tom: första raden ska vara area_type,"),
        (STREAM, PEOPLE.replace("population", "befolkning"), "kolumnen population saknas"),
        (STREAM, PEOPLE.replace(",10\n", ",1 000\n"), "rad 2: population ska vara ett heltal utan mellanslag"),
        (STREAM, PEOPLE.replace(",10\n", ",-1\n"), "rad 2: population ska vara ett heltal"),
        (STREAM, PEOPLE.replace(",10\n", ",\n"), "rad 2: population ska vara ett heltal"),
        (STREAM, PEOPLE.replace("0115", "0114"), "rad 3: B (0114) har redan en rad för 2019-11-01 (rad 2)"),
        (STREAM, PEOPLE.replace("county", "countie"), "area_type kan inte vara ”countie” (menade du ”county”?)"),
        (STREAM, PEOPLE.replace("B,2019-11-01", "B,2019-11-31"), "rad 3: reference_date ska vara en dag"),
        (STREAM, PEOPLE.replace("A", "Å").encode("latin-1"), "rad 2 är inte skriven i UTF-8"),
        (STREAM, PEOPLE + "country,00,S,2019-11-01,29\n", "C (0117) är upptagen"),
        (STREAM, PEOPLE.replace("2018", "2019") + "country,00,S,2019-11-01,29\n", "fler än rikets 29"),
        (STREAM, PEOPLE.replace("2018", "2019").replace(",10\n", ",0\n").replace(",20\n", ",0\n").replace(",5\n", ",0\n"),
         "0 invånare"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_in_one_sentence(run, toml, people, said):
    code, out, err = run(HEAD + toml, people)
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


AMOUNTS = STREAM.replace('"population"', '"entered"')


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ('amounts = { "0114" = 50, "0115" = 49 }', "är tillsammans 99 kr men potten är 100 kr"),
        ('amounts = { "0114" = 50, "0116" = 50 }', "0116, som inte finns av slaget municipality (menade du"),
        ('amounts = { "0114" = 50, "0117" = 50 }', "C (0117) är upptagen, men inte den 2019-11-01"),
        ('amounts = { "0114" = -50, "0115" = 150 }', "rad 12: 0114 får inte vara negativ"),
        ('[stream.amounts]\n"0114" = 50.0\n"0115" = 50', "rad 13: 0114 har decimaler"),
        ("amounts = {}", "amounts är tom"),
        ("", "amounts saknas"),
    ],
)
def test_entered_amounts(run, amounts, said):
    code, out, err = run(HEAD + AMOUNTS + amounts, PEOPLE)
    assert (code, out) == (1, "")
    assert said in err


def test_entered_amounts_as_numbers_and_texts(run):
    found = allocated(run, HEAD + AMOUNTS + 'amounts = { "0114" = 50, "0115" = "50.00" }')
    assert [one["share_ore"] for one in found["streams"][0]["shares"]] == [5000, 5000]


def test_a_base_larger_than_the_pot(run):
    terms = HEAD + STREAM.replace('"population"', '"base_and_population"') + "base_kr = 51"
    code, out, err = run(terms, PEOPLE.replace("2018", "2019"))
    assert (code, out) == (1, "")
    assert "3 mottagare à 51 kr är mer än potten på 100 kr" in err.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "change",
    [("nearest", "largest_remainder"), ('nearest"', 'nearest"\nlevel = "nested"')],
    ids=["largest remainder", "nested"],
)
def test_some_receivers_do_only_for_nearest_and_direct(run, change):
    people = PEOPLE.replace("2018", "2019") + "country,00,S,2019-11-01,100\n"
    assert run(HEAD + STREAM, people)[0] == 0
    code, out, err = run((HEAD + STREAM).replace(*change), people)
    assert (code, out) == (1, "")
    assert "är inte alla upptagna" in err


def test_how_payouts_are_made_may_stand_beside_the_name(run):
    beside = HEAD.replace("[payout]\n", "") + STREAM
    assert allocated(run, beside)["payouts"] == allocated(run, HEAD + STREAM)["payouts"]


def test_how_payouts_are_made_is_said_once(run):
    twice = 'rounding = "nearest"\n' + HEAD + STREAM
    code, out, err = run(twice, OF_ONE_DAY)
    assert (code, out) == (1, "")
    assert "rad 5: rounding står även utanför [payout], ta bort det ena." in err


def test_two_levels_show_the_counties(run):
    people = OF_ONE_DAY + "municipality,0305,C,2019-11-01,3\n"
    terms = (HEAD + STREAM).replace('nearest"', 'largest_remainder"\nlevel = "nested"')
    table = run(terms, people)[1].replace("\u00a0", " ").splitlines()
    at = table.index("Länen, innan kommunerna inom dem")
    assert [row.split() for row in table[at + 2 : at + 4]] == [["01", "90,91", "91"], ["03", "9,09", "9"]]
    assert [one["payout_kr"] for one in allocated(run, terms, people)["counties"]] == [91, 9]


def test_equal_parts_of_some_are_no_parts_of_the_pot(run):
    """One county listed is not the 21: it must be said how many they are."""
    people = PEOPLE + "country,00,S,2019-11-01,100\n"
    terms = HEAD + STREAM.replace("municipality", "county").replace('"population"', '"equal"')
    assert "skriv hur många de är (in_all)" in run(terms, people)[2]
    found = allocated(run, terms + "in_all = 4", people)
    assert [one["payout_kr"] for one in found["payouts"]] == [25, 25]


@pytest.mark.parametrize("missing", ["rounding", "name", "year"])
def test_what_must_be_said(run, missing):
    terms = "\n".join(line for line in (HEAD + STREAM).splitlines() if not line.startswith(missing))
    code, out, err = run(terms, PEOPLE)
    assert (code, out) == (1, "")
    assert f"{missing} saknas" in err


@pytest.mark.parametrize("arguments", [[], ["a.toml"], ["a.toml", "--population", "p.csv", "--format", "xml"], ["--x"]])
def test_wrong_use(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(["allocate", *arguments])
    assert end.value.code == 2
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_there(capsys):
    assert main(["allocate", "no.toml", "--population", "no.csv"]) == 1
    assert "no.toml finns inte" in capsys.readouterr().err


def test_no_database_is_needed():
    done = subprocess.run(
        [sys.executable, "-m", "vaxel.site.cli", "allocate", *S3],
        env={**os.environ, "DATABASE_URL": "postgres://nobody@nowhere.invalid:1/none"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "593" in done.stdout
