"""Money under /api/v1. Each file beside this one fills the router with what concerns one subject."""

from ninja import Router

router = Router()
