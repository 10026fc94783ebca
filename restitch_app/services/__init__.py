"""What a reviewer can do; usable in a terminal without Qt."""
