"""Which inputs of a workflow are the seed frame, the seed, the prompt; and filling them."""
