"""What the menus and the keyboard can do: its names, its keys, its QActions."""
