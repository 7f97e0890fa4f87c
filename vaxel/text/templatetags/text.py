"""{% load text %}: {{ round.text|markdown }}, {{ round.text|markdown:2 }} (first heading level), {{ x|summary:120 }}"""

from django import template

from vaxel.text.markdown import render
from vaxel.text.markdown import summary as plain_summary

register = template.Library()


@register.filter
def markdown(text, heading=3):
    return render(text, int(heading))


@register.filter
def summary(text, length=200):
    return plain_summary(text, int(length))
