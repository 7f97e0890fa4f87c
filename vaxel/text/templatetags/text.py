"""{% load text %}: {{ round.text|markdown }}, {{ round.text|markdown:2 }} (first heading level), {{ x|summary:120 }}

{{ round.title|written }}: a title, a question, a reason: what people write is in Swedish, also on a page read in English.
Between tags, never in an attribute or in <title>. Names of bodies and people need it not.
"""

from django import template

from vaxel.text.language import in_its_language, written
from vaxel.text.markdown import render
from vaxel.text.markdown import summary as plain_summary

register = template.Library()
register.filter(written)


@register.filter
def markdown(text, heading=3):
    return in_its_language(render(text, int(heading)), "div")


@register.filter
def summary(text, length=200):
    return plain_summary(text, int(length))
