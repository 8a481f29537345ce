"""Were the handovers right, and which did we miss? Labels, reviews drawn by chance, and what they say in numbers."""
