import uuid

from tests.access.objects import Twins, made_for


@made_for("token")
def links_nobody_sent(world):
    return Twins(own={"token": "ingen-har-skickat-den"})


@made_for("public_id")
def example_logins(world):
    """No world of examples here: the door answers nobody."""
    return Twins(own={"public_id": uuid.uuid4()})


@made_for("uidb36", "key")
def reset_links(world):
    return Twins(own={"uidb36": "1", "key": "ingen-har-skickat-den"})


@made_for("key")
def confirmations(world):
    return Twins(own={"key": "ingen-har-skickat-den"})


@made_for("pk")
def keys(world):
    """A security key that is nobody's: allauth looks among one's own."""
    return Twins(own={"pk": 1})
