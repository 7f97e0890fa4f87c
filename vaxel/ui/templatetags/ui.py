"""Components that need a little reckoning before they are drawn; arguments in README.md."""

from django import template

from vaxel.ui.charts import bars as bar_charts
from vaxel.ui.charts import compare as dot_plot
from vaxel.ui.charts import curve as step_curve
from vaxel.ui.charts import ladder as ladder_chart
from vaxel.ui.charts import ticks as ticket
from vaxel.ui.charts import tilemap as tile_chart

register = template.Library()


@register.filter
def item(sequence, index):
    return sequence[index] if index < len(sequence) else ""


@register.filter
def ticks(number):
    return ticket.ticks(number)


@register.inclusion_tag("ui/components/ladder/ladder.html")
def ladder(steps, rows, title=""):
    drawn = ladder_chart.ladder(steps, rows)
    return {"title": title, "rows": drawn, "height": str(44 + 68 * len(drawn))}


@register.inclusion_tag("ui/components/tilemap/tilemap.html")
def tilemap(tiles, states, title="", caption="", table=True):
    tiles = list(tiles)
    return {"title": title, "caption": caption, "map": tile_chart.tilemap(tiles, states), "table": table}


@register.inclusion_tag("ui/components/tiles/tiles.html")
def tiles(tiles, states, title="", columns=5):
    tiles = list(tiles)
    states = tile_chart.counted(tiles, states)
    look = {state["key"]: state for state in states}
    return {
        "title": title,
        "columns": columns,
        "states": states,
        "tiles": [
            {**tile, "look": look[tile["state"]]["look"], "said": look[tile["state"]]["label"]} for tile in tiles
        ],
    }


@register.inclusion_tag("ui/components/bar/bar.html")
def bar(parts, total, title=""):
    parts = list(parts)
    return {"parts": bar_charts.bar(parts, total), "total": total, "title": title}


@register.inclusion_tag("ui/components/weeks/weeks.html")
def weeks(bars, title=""):
    return {"columns": bar_charts.columns(list(bars)), "title": title}


@register.inclusion_tag("ui/components/compare/compare.html")
def compare(rows, series, title=""):
    return {"lines": dot_plot.compare(rows, series), "series": series, "title": title}


@register.inclusion_tag("ui/components/curve/curve.html")
def curve(series, ticks, highest, title="", caption=""):
    return {"drawn": step_curve.curve(series, ticks, highest), "title": title, "caption": caption}
