"""What every page's shell shows: the menu, who acts, whether this is an example world."""


def shell(request):
    return {"actor": getattr(request, "actor", None)}
