"""What a jar is: pure records and rules, knowing neither disk, clock nor screen."""
