"""Geometry of the charts: pure functions from numbers to places, as strings (a template would print 12,5)."""
