"""How the window looks: colours, sizes, type, icons and shapes, all from one table of tokens."""
