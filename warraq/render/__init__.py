"""From what a page shall say to its bytes."""
