"""Swedish days, deadlines and weeks. All from–to in Växel are half-open Swedish dates."""

import datetime as dt

FOREVER = dt.date(9999, 12, 31)
SINCE_LONG = dt.date(1900, 1, 1)
