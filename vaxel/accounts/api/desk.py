"""One line over each endpoint: `@desk.post("/rounds", StateOut, "rounds", status=201)`.

Endpoints of one address must lie in one router (else the second is never found), and those of one subject in one file:
a desk is a file's own tag and key over the capability's router.
"""

from functools import partialmethod

from ninja import Router

from vaxel.accounts.api.problems import PROBLEMS


class Desk:
    def __init__(self, router: Router, tag: str):
        self.router, self.tag = router, tag

    def _door(self, method, path, auth, answer, name, status=200):
        return self.router.api_operation(
            [method], path, auth=auth, response={status: answer, **PROBLEMS}, tags=[self.tag], url_name=f"api_{name}"
        )

    get = partialmethod(_door, "GET")
    post = partialmethod(_door, "POST")
    put = partialmethod(_door, "PUT")
    patch = partialmethod(_door, "PATCH")
    delete = partialmethod(_door, "DELETE")
