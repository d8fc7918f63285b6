"""Generators of everything that is drawn or heard: run by hand, their results are committed or baked at first start."""
