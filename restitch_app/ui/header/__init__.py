"""The strip above everything: scene facts, boundary counts, server, export."""
