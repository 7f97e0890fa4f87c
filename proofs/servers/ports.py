"""A port of loopback that nobody listens at now, and that nobody is given by the system while its server is down.

Those the system gives to whoever connects are left alone: a server that was crashed would find its own port taken by a
client, even by one that had tried to reach it and met itself. https://www.rfc-editor.org/rfc/rfc9293#section-3.5
"""

import random
import socket

BELOW_WHAT_IS_GIVEN_OUT = range(20_000, 32_000)


def free() -> int:
    drawn = random.SystemRandom()
    while True:
        port = drawn.choice(BELOW_WHAT_IS_GIVEN_OUT)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
