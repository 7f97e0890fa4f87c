"""Several people at the same moment: threads with connections of their own to the test's database.

SQLite's test database lies in memory: the threads get a copy of it in a file, and so does whoever looks afterwards.
"""

import sqlite3
import threading

from django.db import connection, connections


class AtOnce:
    def __init__(self, folder):
        self._folder = folder
        self._settings = None

    def run(self, *works):
        """What each work gave, or the exception it raised, in the order given. All start together."""
        self._prepare()
        start = threading.Barrier(len(works))
        found = [None] * len(works)
        threads = [
            threading.Thread(target=self._one, args=(place, work, start, found), daemon=True)
            for place, work in enumerate(works)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in threads), "they wait for each other"
        return found

    def see(self, work):
        """What is true after them all."""
        (found,) = self.run(work)
        if isinstance(found, Exception):
            raise found
        return found

    def _one(self, place, work, start, found):
        own = connections.create_connection("default")
        if self._settings:
            own.settings_dict = self._settings
        connections["default"] = own
        try:
            start.wait(30)
            found[place] = work()
        except Exception as error:  # noqa: BLE001 - whatever it was, the test looks at it
            found[place] = error
        finally:
            own.close()

    def _prepare(self):
        if connection.vendor == "postgresql" or self._settings:
            return
        path = self._folder / "copy.sqlite3"
        target = sqlite3.connect(path)
        connection.ensure_connection()
        connection.connection.backup(target)
        target.close()
        options = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA foreign_keys=ON;",
        }
        self._settings = {**connection.settings_dict, "NAME": str(path), "OPTIONS": options}
