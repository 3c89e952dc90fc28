"""How a jar is kept: journals on disk behind TinyDB's extension points."""
