"""What a translation follows: the segments of its original, their marks, and what has become of them since."""
