import datetime as dt

import pytest

from vaxel import search
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.bodies import create_body
from vaxel.network.domain.kinds import Kind

LONG_AGO = dt.date(2000, 1, 1)


@pytest.fixture
def make(db):
    """make(Kind.UNIT, "Vårdcentralen", below=region): a body since the year 2000."""

    def _make(kind, name, **facts):
        return create_body(kind, name, by=SYSTEM, **{"from_day": LONG_AGO, "reason": "test", **facts})

    return _make


@pytest.fixture
def little_sweden(make):
    """A nation, a healthcare region, a county with its region and two municipalities, and a unit."""
    with search.left_to_the_end():
        nation = make(Kind.NATION, "Sverige", code="00")
        mellan = make(Kind.HEALTHCARE_REGION, "Sjukvårdsregion Mellansverige", code="2", below=nation)
        county = make(Kind.COUNTY, "Dalarnas län", code="20", below=mellan)
        region = make(Kind.REGION, "Region Dalarna", code="20", below=county)
        falun = make(Kind.MUNICIPALITY, "Falu kommun", code="2080", short_name="Falun", below=county)
        mora = make(Kind.MUNICIPALITY, "Mora kommun", code="2062", short_name="Mora", below=county)
        clinic = make(Kind.UNIT, "Psykiatriska kliniken Falun", code="P1", below=region)
    return {
        "nation": nation,
        "mellan": mellan,
        "county": county,
        "region": region,
        "falun": falun,
        "mora": mora,
        "clinic": clinic,
    }
