"""What a company answers for, over REST: its audit log, exports of its data, erasing customers, closing."""
