from ninja import Router

router = Router()  # one: two with the same address hide each other
