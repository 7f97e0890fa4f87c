"""Where a webhook may go."""

import ipaddress

import pytest

from vaxel.notices.domain.addresses import is_fit, may_be_called, networks

OPEN = ["93.184.216.34", "2606:2800:220:1::1"]
CLOSED = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "fe80::1%eth0",
    "fe80::1%",
    "fc00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "ff02::1",
]


@pytest.mark.parametrize(("address", "may"), [*((one, True) for one in OPEN), *((one, False) for one in CLOSED)])
def test_the_open_internet_alone(address, may):
    assert may_be_called(address) is may


def test_what_the_installation_names_is_its_own_to_name():
    own = networks("10.0.0.0/8, fc00::/7")
    assert may_be_called("10.1.2.3", own)
    assert may_be_called("fc00::1", own)
    assert not may_be_called("192.168.1.1", own)
    assert networks("") == ()
    assert own[0] == ipaddress.ip_network("10.0.0.0/8")


@pytest.mark.parametrize(
    ("url", "fit"),
    [
        ("https://vaxel.exempel.example/krok?a=1", True),
        ("https://exempel.example:8443/", True),
        ("https://exempel.example:1/", True),
        ("http://intern.exempel.example/", True),  # only into a network that the installation names: asked when called
        ("HTTPS://exempel.example", True),
        ("ftp://exempel.example/", False),
        ("//exempel.example/", False),
        ("exempel.example/krok", False),
        ("https:///krok", False),
        ("https://", False),
        ("https://:8443/", False),
        ("https://anna@exempel.example/", False),
        ("https://anna:hemligt@exempel.example/", False),
        ("https://exempel.example:0/", False),
        ("https://exempel.example:65536/", False),
        ("https://exempel.example:port/", False),
        ("", False),
    ],
)
def test_an_address_to_post_to_has_a_host_and_no_login(url, fit):
    assert is_fit(url) is fit
