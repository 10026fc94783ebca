"""The real window in every state, photographed in both themes and two sizes."""
