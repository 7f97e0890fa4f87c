"""Telling programs what has happened: from the sealed journal, in its order, at least once, signed.

`registry.listen` (the capabilities say which acts are events) → `pumping` (sealed entries become messages, one per hook
that may know) → `sending` (posted to the very address that was checked, tried again with patience).
"""
