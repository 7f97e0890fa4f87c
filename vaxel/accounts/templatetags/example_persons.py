from django import template

from vaxel.accounts import example_logins

register = template.Library()


@register.simple_tag
def example_persons():
    """Nobody, unless the database is marked as an example."""
    return example_logins.offer()
