"""A mail server that never says no: each mail handed over is a line, identity and receiver, in one file.

The line is written in one go, so that a killed sender leaves a whole one or none.
"""

import os

from django.core.mail.backends.base import BaseEmailBackend

FILE = "VAXEL_PROOF_MAILBOX"


class Backend(BaseEmailBackend):
    def send_messages(self, email_messages):
        lines = "".join(f"{mail.extra_headers['Message-ID']} {mail.to[0]}\n" for mail in email_messages)
        descriptor = os.open(os.environ[FILE], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            os.write(descriptor, lines.encode())
        finally:
            os.close(descriptor)
        return len(email_messages)
