"""The cast, as the login page of an example database offers it."""

from vaxel.accounts.example_logins import ExamplePerson
from vaxel.accounts.models import User
from vaxel.site.example.cast import CAST
from vaxel.site.example.world import is_example


def cast_logins() -> list[ExamplePerson]:
    if not is_example():
        return []
    ids = dict(User.objects.filter(is_example=True).values_list("email", "public_id"))
    return [ExamplePerson(ids[part.email], part.name, part.answers) for part in CAST if part.email in ids]
