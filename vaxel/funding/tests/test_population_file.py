"""Populations out of a CSV file: each row is an area of its day, or the first fault is told with its line."""

import datetime as dt

import pytest

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.population_file import read_population, text_of
from vaxel.funding.domain.terms import TermsError

DAY = dt.date(2019, 11, 1)
HEADER = "area_type,area_code,area_name,reference_date,population"
MORA = "municipality,2062,Mora,2019-11-01,20414"
ALLOWED = "tillåtna är country, municipality, region, county, healthcare_region."
WHICH = "area_type, area_code, area_name, reference_date, population"


def refusal(text):
    with pytest.raises(TermsError) as no:
        read_population(text, "f.csv")
    return str(no.value)


def under(*rows, header=HEADER):
    return "\n".join([header, *rows]) + "\n"


def test_a_row_is_an_area_on_a_day():
    assert read_population(under("county,20,Dalarnas län,2019-11-01,287795", MORA), "f.csv") == [
        Area("county", "20", "Dalarnas län", DAY, 287_795),
        Area("municipality", "2062", "Mora", DAY, 20_414),
    ]
    assert read_population(under(), "f.csv") == []


@pytest.mark.parametrize("kind", ["country", "municipality", "region", "county", "healthcare_region"])
def test_the_kinds_there_are(kind):
    assert [one.kind for one in read_population(under(f"{kind},2062,Mora,2019-11-01,1"), "f.csv")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\r\n{MORA}\r\n",
        f"{HEADER}\r{MORA}\r",
        f"\n\n{HEADER}\n,,,,\n \n{MORA}\n",
        f"{HEADER};x\n{MORA}".replace(",", ";"),
        f"{HEADER}\n{MORA}".replace(",", "\t"),
        "area_code,population,source,area_type,area_name,reference_date\n2062,20414,SCB,municipality,Mora,2019-11-01",
        f"{HEADER}\nmunicipality,2062,  Mora\t ,2019-11-01,20414,,",
        f'{HEADER}\nmunicipality,"2062","Mora",2019-11-01,20414',
    ],
)
def test_the_same_row_however_the_file_is_made(text):
    assert read_population(text, "f.csv") == [Area("municipality", "2062", "Mora", DAY, 20_414)]


def test_a_name_may_stand_on_two_lines_and_one_that_is_missing_is_the_code():
    found = read_population(under('region,20,"Region\nDalarna",2019-11-01,0', "region,21,,2019-11-01,7"), "f.csv")
    assert [one.name for one in found] == ["Region Dalarna", "21"]


def test_the_same_body_may_stand_once_a_day_and_kind():
    rows = [MORA, MORA.replace("2019-11-01", "2018-11-01"), MORA.replace("municipality", "region")]
    assert len(read_population(under(*rows), "f.csv")) == 3
    assert refusal(under(*rows, "", MORA.replace("Mora", "Mora kommun"))) == (
        "f.csv rad 6: Mora kommun (2062) har redan en rad för 2019-11-01 (rad 2), ta bort den ena."
    )


def test_there_is_one_country_whatever_its_code():
    assert refusal(under("country,00,Sverige,2019-11-01,10", "country,SE,Sverige,2019-11-01,10")) == (
        "f.csv rad 3: Sverige (SE) har redan en rad för 2019-11-01 (rad 2), ta bort den ena."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f.csv är tom: första raden ska vara area_type,area_code,area_name,reference_date,population."),
        ("\n ,\n", "f.csv är tom: första raden ska vara area_type,area_code,area_name,reference_date,population."),
        (
            "\narea_type,area_code,area_name,reference_date\n",
            f"f.csv rad 2: kolumnen population saknas; rubrikraden ska ha {WHICH}.",
        ),
        (
            HEADER.replace("population", "populations") + ",SCB",
            f"f.csv rad 1: kolumnen population saknas (står där som ”populations”?); rubrikraden ska ha {WHICH}.",
        ),
        (
            HEADER.replace("area_name", "namn"),
            f"f.csv rad 1: kolumnen area_name saknas; rubrikraden ska ha {WHICH}.",
        ),
        (f"{HEADER},area_code", "f.csv rad 1: kolumnen area_code står två gånger, ta bort den ena."),
        (
            under('region,20,"Region\nDalarna",2019-11-01,1', "", 'region,"2"1,x,2019-11-01,1'),
            "f.csv rad 5 går inte att läsa: kontrollera citattecken och skiljetecken.",
        ),
        ('"a"b', "f.csv rad 1 går inte att läsa: kontrollera citattecken och skiljetecken."),
    ],
)
def test_a_file_that_is_no_table_of_people(text, said):
    assert refusal(text) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "municipality,2062,Mora,2019-11-01,20,414",
            "f.csv rad 2 har fler fält än rubrikraden: kontrollera skiljetecken på raden.",
        ),
        (
            "municipalty,2062,Mora,2019-11-01,1",
            f"f.csv rad 2: area_type kan inte vara ”municipalty” (menade du ”municipality”?); {ALLOWED}",
        ),
        (
            f"{'x' * 61},2062,Mora,2019-11-01,1",
            f"f.csv rad 2: area_type kan inte vara ”{'x' * 60}…”; {ALLOWED}",
        ),
        ("municipality,,Mora,2019-11-01,1", "f.csv rad 2: area_code saknas."),
        (
            "municipality,2062,Mora",
            "f.csv rad 2: reference_date ska vara en dag, som 2019-11-01, inte ””.",
        ),
        (
            f"municipality,2062,Mora,2019-11-01,{'7' * 61}",
            "f.csv rad 2: population ska vara ett heltal utan mellanslag och tecken, inte ”" + "7" * 60 + "…”.",
        ),
    ],
)
def test_a_row_that_is_no_area(row, said):
    assert refusal(under(row)) == said


@pytest.mark.parametrize(
    "day", ["20191101", "2019-W44-5", "2019-02-29", "2019-13-01", "19-11-01", "x", "2019-11-01 x", "٢٠١٩-١١-٠١"]
)
def test_a_day_is_written_in_one_way_and_is_in_the_calendar(day):
    assert refusal(under(f"municipality,2062,Mora,{day},1")) == (
        f"f.csv rad 2: reference_date ska vara en dag, som 2019-11-01, inte ”{day}”."
    )


@pytest.mark.parametrize("people", ["", "20 414", "-1", "1.0", "1e3", "٢", "1" + "0" * 12])
def test_people_are_whole_and_no_more_than_could_live(people):
    assert refusal(under(f"municipality,2062,Mora,2019-11-01,{people}")) == (
        f"f.csv rad 2: population ska vara ett heltal utan mellanslag och tecken, inte ”{people}”."
    )


@pytest.mark.parametrize("people", [0, 1, 10**12 - 1])
def test_the_fewest_and_the_most_people(people):
    assert read_population(under(f"municipality,2062,Mora,2019-11-01,{people}"), "f.csv")[0].population == people


def test_a_file_is_utf8_with_or_without_its_mark():
    assert text_of("Väsby".encode(), "f.csv") == text_of(b"\xef\xbb\xbf" + "Väsby".encode(), "f.csv") == "Väsby"


@pytest.mark.parametrize(
    ("content", "line"), [(b"V\xe4sby", 1), (b"a\n\nV\xe4sby\n", 3), (b"\n\xe4", 2), (b"\xe4\n\n", 1)]
)
def test_another_encoding_is_told_with_its_line(content, line):
    with pytest.raises(TermsError) as no:
        text_of(content, "f.csv")
    assert str(no.value) == f"f.csv rad {line} är inte skriven i UTF-8: spara om filen som UTF-8."
