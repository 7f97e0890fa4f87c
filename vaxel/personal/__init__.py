"""What is said of every field: is it about a person, why is it kept, how long, and what an erasure does to it.

Each capability says it of its own tables in `personal.py`, and a field that nobody has spoken of fails the build.
"""
