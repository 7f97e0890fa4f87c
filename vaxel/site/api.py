"""/api/v1: the whole kernel for programs. Each capability brings its routers; what they share lies in accounts/api."""

from vaxel.accounts.api import problems
from vaxel.accounts.api.described import Interface
from vaxel.accounts.api.doors import StrictJson
from vaxel.adoption.api import router as of_adoption
from vaxel.funding.api import agreements, money, requisitions  # noqa: F401 - each fills the router
from vaxel.funding.api.router import router as of_funding
from vaxel.network.api import bodies, webhooks  # noqa: F401 - each fills the router
from vaxel.network.api.router import router as of_network
from vaxel.rounds.api import answering, deliveries, rounds, running, talk, templates, waiting  # noqa: F401 - each fills the router
from vaxel.rounds.api.router import router as of_rounds
from vaxel.signals.api import router as of_signals

api = Interface(
    title="Växel",
    version="1",
    description="Kunskap, frågor och medel, åt båda håll. Nycklar skapas under Mitt konto.",
    docs_url=None,  # our own page, in our own look, without a script from elsewhere
    parser=StrictJson(),
    urls_namespace="api",
)
problems.install(api)
for router in (of_network, of_rounds, of_adoption, of_signals, of_funding):
    api.add_router("", router)
