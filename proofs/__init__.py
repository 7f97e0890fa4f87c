"""The long promises, each a command: `vaxel prove NAME`. A module here with NAME, PROMISE and run(scale) is one.

`run(1)` gives the figures of the promise; the tests call the same function with a small part of the scale. What is kept
(`vaxel prove NAME --keep`) lies in docs/proof/, and docs/proof.md is written from it: no figure there was typed.
"""
