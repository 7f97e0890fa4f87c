"""Bodies that answer rounds over HTTP, as programs and as people: what several proofs put under load."""
