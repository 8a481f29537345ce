"""The test bench at work: cases asked by the code of the live turn, and the diff of what got better and worse."""
