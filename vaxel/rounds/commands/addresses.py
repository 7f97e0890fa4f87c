"""Where a letter leads: whole addresses, since it is read outside Växel."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse


def absolute(path):
    return settings.BASE_URL.rstrip("/") + path


def round_page(round):
    return absolute(_address("round", round.pk) or f"/forfragningar/{round.pk}/")


def joint_page(joint):
    return absolute(_address("joint", joint.round_id, joint.node_id))


def part_page(part):
    return absolute(_address("section_part", part.delivery.round_id, part.delivery.body_id, part.pk))


def delivery_page(delivery):
    return page_of(delivery.round_id, delivery.body_id)


def page_of(round_id, body_id):
    return absolute(_address("delivery", round_id, body_id) or f"/forfragningar/{round_id}/{body_id}/")


def _address(name, *parts):
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
