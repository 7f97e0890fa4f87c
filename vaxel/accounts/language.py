from django.conf import settings
from django.utils import translation


class ChosenLanguageMiddleware:
    """Swedish first: another language only when someone has chosen it, with the login or in this browser.

    The browser's own list of languages is not asked: in a Swedish town hall it often says English, unbeknown to anyone.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.LANGUAGE_CODE = _chosen(request)
        translation.activate(request.LANGUAGE_CODE)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def _chosen(request):
    if request.user.is_authenticated:
        return request.user.language
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return cookie if cookie in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
