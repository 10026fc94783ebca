"""What is done with a whole project and its files."""
