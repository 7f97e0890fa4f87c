"""The installation's own seal: a key and a self-signed certificate, made on first use, or named by VAXEL_SEAL_KEY."""

import datetime as dt
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509 as crypto
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

YEARS = 10
NAME = "seal.pem"


class SealKeyError(Exception):
    """The file that VAXEL_SEAL_KEY names cannot be used. For whoever runs the installation; says what is missing."""


def own_signer():
    """Reads the file each time: a key that was changed is used at once, and no process remembers an old one."""
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key, certificate = _read(_path())
    return SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=SimpleCertificateStore())


def own_certificate() -> bytes:
    """The certificate as DER: public, what others need to know the seal by."""
    return _read(_path())[1].dump()


def _path() -> Path:
    if named := settings.SEAL_KEY:
        return Path(named)
    path = Path(settings.DATA) / NAME
    if not path.exists():
        _make(path)
    return path


def _make(path):
    """Two processes at once: whoever links first has made it, and both read that one. For our own eyes only (0600)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)  # 0600
    with os.fdopen(handle, "wb") as file:
        file.write(_new())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()


def _new() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = crypto.Name([crypto.NameAttribute(NameOID.COMMON_NAME, f"Växel {urlsplit(settings.BASE_URL).hostname}")])
    now = dt.datetime.now(dt.UTC)
    usage = dict.fromkeys(
        "key_encipherment data_encipherment key_agreement key_cert_sign crl_sign encipher_only decipher_only".split(),
        False,
    )
    made = (
        crypto.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(crypto.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=366 * YEARS))
        .add_extension(crypto.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + made.public_bytes(serialization.Encoding.PEM)


def _read(path):
    """(key, certificate) of a PEM file with an unencrypted PKCS#8 key and the certificate of that key."""
    from asn1crypto import keys, pem, x509

    try:
        parts = {kind: body for kind, _headers, body in pem.unarmor(path.read_bytes(), multiple=True)}
    except (OSError, ValueError) as error:
        raise SealKeyError(f"VAXEL_SEAL_KEY: {path} is no PEM file that can be read: {error}") from error
    if {"PRIVATE KEY", "CERTIFICATE"} - set(parts):
        raise SealKeyError(f"VAXEL_SEAL_KEY: {path} must hold PRIVATE KEY (PKCS#8, without password) and CERTIFICATE")
    return keys.PrivateKeyInfo.load(parts["PRIVATE KEY"]), x509.Certificate.load(parts["CERTIFICATE"])
