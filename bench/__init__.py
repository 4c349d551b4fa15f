"""Measures how fast sites are built: a maker of sites of any size, and a runner; see docs/performance.md."""
