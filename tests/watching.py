"""No request leaves the site, no script fails, and nothing runs against the content security policy."""

from urllib.parse import urlsplit


def watch(context, home, faults):
    """Adds a sentence to `faults` for each; `home` is host:port."""

    def on_request(request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.netloc != home:
            faults.append(f"a request left the site: {request.url}")

    def on_console(message):
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", lambda fault: faults.append(f"script failed: {fault.error}"))
