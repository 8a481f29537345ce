"""What a model wrote is read before anybody else reads it: each sentence, and what it rests on."""
