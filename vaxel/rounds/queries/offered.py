"""What is known already of a body's answer: a capability offers it, the body accepts it or writes its own.

`offered.register(provider)`, wired in the site: a provider takes a delivery (with its round) and gives question id →
(the value as it is stored, in words where it comes from), or nothing. Offered as an earlier answer is, never filled in
silence.
"""

from collections.abc import Callable, Mapping
from typing import Any

Provider = Callable[..., Mapping[str, tuple[Any, str]]]


class Registry:
    def __init__(self) -> None:
        self._providers: list[Provider] = []

    def register(self, provider: Provider) -> Provider:
        if provider not in self._providers:
            self._providers.append(provider)
        return provider

    def __call__(self, delivery) -> dict[str, tuple[Any, str]]:
        return {key: one for provider in self._providers for key, one in provider(delivery).items()}


offered = Registry()
