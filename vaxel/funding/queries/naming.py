"""What bodies are called where money is told of: by the full name, since a county and its region are both "Dalarna"."""

from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.network.queries.card import latest_names


def full_names(bodies) -> dict[int, str]:
    """Today's; whoever has ceased to exist is called what it was."""
    wanted = {one for one in bodies if one is not None}
    return latest_names(wanted) | at(today()).names(wanted) if wanted else {}
