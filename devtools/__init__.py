"""What dev.py does, a step a file. The standard library alone, but for the builders that run inside .venv."""
