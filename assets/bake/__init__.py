"""Generators of what is drawn: run by `python main.py assets bake`; their results are committed, the game never imports them."""
