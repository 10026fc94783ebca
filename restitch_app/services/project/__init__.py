"""An opened project: its folder and database, its lock, what is known of it at a glance."""
