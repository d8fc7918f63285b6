"""Starts Around the Corner from a checkout: `python main.py` plays, `python main.py --help` lists the rest."""

from game.app.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
