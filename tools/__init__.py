"""What makes files of this repository from sources outside it; nothing of it is needed to run the product."""
