from vaxel.personal.domain.table import table

TABLES = (table("calendar.FixedWindow", plain="id name first last valid_from valid_to source"),)
