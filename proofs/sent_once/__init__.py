"""What `sent-once-sqlite` and `sent-once-postgresql` share: one round to everybody, while its parts are killed."""
