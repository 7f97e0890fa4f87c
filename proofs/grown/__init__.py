"""A Sweden that grows while it is measured: what `growth` and `ten-times` share."""
