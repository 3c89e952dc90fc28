"""What the full screen needs of Textual beyond its public interface, one touch a file."""
