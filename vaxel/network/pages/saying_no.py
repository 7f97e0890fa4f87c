"""A refusal lands where it belongs: at the field it is about, or above the form."""

from contextlib import contextmanager

from vaxel.ui.refusal import Refusal


@contextmanager
def refused_in(form):
    """What the command refuses becomes the form's own error; `form.errors` tells whether it did."""
    try:
        yield
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        form.refused = no.status


def status_of(form):
    """200, or 422 for what was filled in wrong, or what the refusal said."""
    return getattr(form, "refused", 422) if form.errors else 200
