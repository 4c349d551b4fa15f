"""The values that all stages share. Each is frozen and complete at birth: no stage fills in another's work."""
