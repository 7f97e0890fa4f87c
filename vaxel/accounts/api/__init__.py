"""What every endpoint is made of: the key, the problem, the page, and the reply given once. See README.md."""
