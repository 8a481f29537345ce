"""Reports that go out by mail at times of their own."""
