"""The example world: a year of Växel on the real network of Sweden, clearly marked, laid relative to today."""
