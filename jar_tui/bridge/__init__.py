"""Foreign formats, one module each, behind one small reader and writer shape."""
