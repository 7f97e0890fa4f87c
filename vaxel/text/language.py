"""What people write is in the installation's own language, whichever the page around it is read in (WCAG 3.1.2)."""

from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language


def in_its_language(html, tag):
    """Safe HTML, marked where the page's language is another; else as it is."""
    reading = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    if not html or reading == settings.LANGUAGE_CODE:
        return html
    return format_html('<{tag} lang="{language}">{html}</{tag}>', tag=tag, language=settings.LANGUAGE_CODE, html=html)


def written(text):
    """A title, a question or a reason, between tags; never for an attribute."""
    return in_its_language(conditional_escape(text), "span")
