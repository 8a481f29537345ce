"""Reports that go out: as a file over REST, and by mail at times of their own."""
