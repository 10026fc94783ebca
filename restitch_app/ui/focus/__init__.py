"""Where the keyboard goes: to the player, to a field, to what took a part's place."""
