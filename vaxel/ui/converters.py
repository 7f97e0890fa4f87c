"""`<id:round_id>` in an address: 1–18 digits, so that a number too large for the database is a 404 and never a 500."""

from django.urls import register_converter


class IdConverter:
    regex = "[0-9]{1,18}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(IdConverter, "id")
