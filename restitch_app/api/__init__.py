"""The loopback HTTP API, a function a route."""
