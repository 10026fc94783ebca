"""The window's words in other languages: English is what is built, others are shown."""
