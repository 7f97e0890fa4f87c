import datetime as dt

import time_machine
from django import forms

from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField


class Form(forms.Form):
    due = SwedishDateField(earliest=today, label="Svara senast")


def errors(text):
    with time_machine.travel(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False):
        return Form({"due": text}).errors.get("due", [])


@time_machine.travel(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False)
def test_it_reads_what_people_write():
    form = Form({"due": "fre 4 dec"})
    assert form.is_valid()
    assert form.cleaned_data["due"] == dt.date(2026, 12, 4)


def test_it_says_what_is_wrong_and_what_to_do():
    assert errors("") == ["Skriv ett datum, t.ex. 31 januari 2027 eller 2027-01-31."]
    assert errors("snart") == ["Datumet går inte att läsa. Skriv t.ex. 31 januari 2027 eller 2027-01-31."]
    assert errors("30/2") == ["Den dagen finns inte i kalendern. Kontrollera dag och månad."]
    assert errors("mån 4 dec") == [
        "Veckodagen stämmer inte: dagen är fredag 4 december 2026. Rätta veckodagen eller datumet."
    ]
    assert errors("2026-11-22") == ["Datumet är för tidigt: välj 23 november 2026 eller senare."]


def test_a_date_is_shown_in_full_and_what_was_typed_as_typed():
    assert 'value="4 december 2026"' in str(Form(initial={"due": dt.date(2026, 12, 4)})["due"])
    assert 'value="snart"' in str(Form({"due": "snart"})["due"])
