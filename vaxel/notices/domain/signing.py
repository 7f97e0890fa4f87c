"""A webhook's signature, as the Standard Webhooks specification has it: any of its libraries can check ours."""

import base64
import hashlib
import hmac
import secrets

PREFIX = "whsec_"


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signature(secret: str, message_id: str, moment: int, body: str) -> str:
    """`moment` in seconds since 1970; `body` exactly as it is sent. Source: Standard Webhooks, symmetric signatures."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = hmac.new(key, f"{message_id}.{moment}.{body}".encode(), hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()
