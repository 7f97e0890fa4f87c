"""What a file would change in what is there."""

from vaxel.network.domain.difference import Difference, difference


def test_each_row_is_new_changed_or_the_same_and_what_the_file_forgets_is_told():
    present = {"0180": "Stockholm", "2062": "Mora", "2080": "Falun", "2034": "Orsa", "1383": "Varberg"}
    wanted = {"2080": "Falun", "0180": "Stockholms stad", "0980": "Gotland", "2034": "Orsa"}
    assert difference(present, wanted) == Difference(
        new={"0980": "Gotland"},
        changed={"0180": ("Stockholm", "Stockholms stad")},
        absent=["2062", "1383"],
        same=2,
    )


def test_into_what_is_empty_all_is_new():
    assert difference({}, {"2062": "Mora"}) == Difference(new={"2062": "Mora"})
