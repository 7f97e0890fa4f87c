"""The network for programs, under /api/v1; and where a program wants to be told of what happens."""
