"""Lays a little Sweden with one who logs in, a program, a webhook and links, in the database of the environment."""

import datetime as dt
import json
import sys


def lay(secrets: dict[str, str]) -> dict[str, str]:
    from vaxel.accounts import feeds, invitations, tokens
    from vaxel.accounts.domain.tokens import Scope
    from vaxel.accounts.models import User
    from vaxel.calendar.clock import now, today
    from vaxel.network.actor import SYSTEM
    from vaxel.network.models import FunctionMailbox, Person
    from vaxel.notices.webhooks.models import Webhook
    from vaxel.rounds import links as reading
    from vaxel.rounds.by_link import token_of
    from vaxel.rounds.commands.issuing_links import new_link
    from vaxel.rounds.queries.link_targets import LinkTarget
    from vaxel.rounds.tests.world import make_world
    from vaxel.signals.tests.world import Signals

    world = make_world()
    actor = world.actor(world.mora)
    user = User.objects.create_user(secrets["email"], secrets["password"])
    Person.objects.filter(public_id=actor.person_id).update(
        user=user, name=secrets["name"], email=user.email, phone=secrets["phone"]
    )
    round = world.sent(audience={"bodies": [world.mora.pk]})
    box = FunctionMailbox.objects.create(body=world.mora, address="brevlada@exempel.example")
    link, answering = new_link(
        world.delivery(round, world.mora), LinkTarget(world.mora.pk, box.address, mailbox_id=box.pk), SYSTEM
    )
    link.save()
    expires = today() + dt.timedelta(days=30)
    Webhook.objects.create(
        user_id=user.pk, mandate_id=actor.mandate_id, url=f"http://127.0.0.1:9/{secrets['path']}?nyckel={secrets['query']}",
        secret=secrets["webhook"], told_up_to=0, created_at=now(),
    )  # fmt: skip
    invited = User.objects.create_user("inbjuden@exempel.example")
    return {
        "round": str(round.pk),
        "body": str(world.mora.pk),
        "key": tokens.make(user, actor.mandate_id, name="prov", scopes=list(Scope), expires_on=expires)[1],
        "answering": token_of(answering),
        "reading": reading.token_of(world.delivery(round, world.mora)),
        "invitation": invitations.invite(invited, by=world.secretary).rstrip("/").rpartition("/")[2],
        "feed": feeds.new_key(user),
        "said": str(Signals(world).from_public(world.mora, email="svar@exempel.example").public_id),
    }


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    import django

    django.setup()
    print(json.dumps(lay(json.loads(sys.argv[1]))))
