"""`python -m timeline events` and `explain-event`: a built timeline, looked at from the terminal."""
