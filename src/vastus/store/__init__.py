"""The library in a database: SQLite by default, PostgreSQL by URL. Only this room speaks SQL.

`reading` needs nothing but `sqlite3`, so that reading commands start fast; `library` is the whole
store and imports SQLAlchemy. Neither knows the time: every `now` is passed in.
"""
