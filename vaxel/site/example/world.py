"""Is this database an example? One row says so; the login page and every page's strip ask."""

from vaxel.site.models import ExampleWorld


def is_example() -> bool:
    return ExampleWorld.objects.exists()
