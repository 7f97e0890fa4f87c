import pytest
from django.core.management import call_command

pytestmark = pytest.mark.static


@pytest.mark.django_db
def test_django_finds_nothing_to_complain_of():
    """`vaxel` leaves these checks out at each start: they are about the source, not about the installation."""
    call_command("check", fail_level="WARNING")
