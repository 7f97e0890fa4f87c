"""The doors in short, and that each part of the proof finds a door left open."""

import pytest

from proofs.doors import cells, replay, scene
from tests.access import guards
from vaxel.accounts.access import Rule

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def here(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), scene.scene() as found:
        yield found


def test_a_part_of_the_cells(here):
    found = cells.tried(here, 0.03)
    assert found.count > 500
    assert not found.wrong, found.wrong[:5]


def test_a_door_left_open_is_found(here, monkeypatch):
    """As a peer's was: the address checks that somebody is logged in, and not who."""
    address = next(one for one in cells.ADDRESSES if one.name == "delivery")
    guard = guards.guard_of(guards.view_at("/forfragningar/1/1/"))
    cell = guard.__closure__[guard.__code__.co_freevars.index("rule")]
    monkeypatch.setattr(cells, "ADDRESSES", [address])
    kept = cell.cell_contents
    cell.cell_contents = Rule(kept.name, lambda request, **_: request.user.is_authenticated)
    try:
        assert any("neighbour_contact: open" in one for one in cells.tried(here, 1).wrong)
    finally:
        cell.cell_contents = kept


def test_a_file_that_goes_by_its_number_alone_is_found(here, monkeypatch):
    from vaxel.files.models import AttachmentQuerySet

    monkeypatch.setattr(replay, "KEPT", {"signal_file": replay.KEPT["signal_file"]})
    monkeypatch.setattr(replay, "_after_the_seat", lambda *_: None)
    assert not replay.tried(here).wrong
    monkeypatch.setattr(AttachmentQuerySet, "of", lambda self, *_: self.light())
    assert any("a file of other" in one for one in replay.tried(here).wrong)
