def cut(row, day):
    """The dated row holds until that day; if it had not begun by then, it never did."""
    if row.valid_from >= day:
        row.delete()
    else:
        row.valid_to = day
        row.save(update_fields=["valid_to"])
