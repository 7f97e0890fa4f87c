"""How Växel runs: the web server, and web, worker and tick together as one process tree."""
