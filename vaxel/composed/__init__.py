"""How questions to the database are asked where a page is asked for often: composed once, asked once a moment."""

from vaxel.composed.foreseeing import foresee, seldom
from vaxel.composed.moment import once_a_moment, one_moment
from vaxel.composed.question import composed

__all__ = ["composed", "foresee", "once_a_moment", "one_moment", "seldom"]
