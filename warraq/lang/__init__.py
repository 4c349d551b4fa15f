"""Text, numbers, dates and order in each language: plain functions without site state."""
