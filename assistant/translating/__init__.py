"""What a customer and a desk write to each other, in the other's language, by the company's language model."""
