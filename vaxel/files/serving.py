from django.http import HttpResponse
from django.utils.http import content_disposition_header

from vaxel.files.domain.names import clean_name


def serve(attachment):
    """The file as a download. Who may have it was decided by the caller; nothing in it runs as ours."""
    return send_bytes(attachment.name, attachment.media_type, bytes(attachment.blob.content))


def send_bytes(name, media_type, content):
    """Any bytes as a download with a name that survives å, ä and ö."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, clean_name(name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"  # a right to read may end
    return response
