"""A refusal: a sentence that says what, where and what to do. Bad input ends here, never in a 500."""

from django.shortcuts import render


class Refusal(Exception):  # noqa: N818 - it is no error: the system works, the answer is no
    def __init__(self, message, *, field=None, status=422):
        super().__init__(message)
        self.message = message
        self.field = field
        self.status = status


class RefusalMiddleware:
    """A refusal that no page caught becomes a page of its own; nothing was changed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refusal):
            return None
        return render(request, "ui/faults/refusal.html", {"refusal": exception}, status=exception.status)
