"""The project database: tables, migrations, queries that return domain values."""
