"""The site's own tables, and those of the machinery under it: jobs in the queue, the cache, what was migrated."""

from vaxel.personal.domain.table import table

JOBS_KEPT = 30

TABLES = (
    table("site.ExampleWorld", plain="id filled_at day"),
    table("site.TourRound", plain="id round created_at"),
    table(
        "django_tasks_database.DBTaskResult",
        plain="""id status enqueued_at started_at finished_at priority task_path worker_ids queue_name backend_name run_after
            exception_class_path""",
        passing="args_kwargs return_value traceback",
        days=JOBS_KEPT,
    ),
    table("shared_cache", plain="expires", passing="cache_key value", days=0),
    table("django_migrations", plain="id app name applied"),
)
