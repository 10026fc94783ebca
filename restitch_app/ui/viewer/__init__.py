"""The players: compare modes, transport and frame strip."""
