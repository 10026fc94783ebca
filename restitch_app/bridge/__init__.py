"""Where Qt begins: services' work on thread pools, and their changes on the GUI thread."""
