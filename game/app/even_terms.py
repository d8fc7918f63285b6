"""Even terms: what a difficulty gives the player's side is taken back where minds play minds.

Owns which fields of a difficulty that are; clocks and the number of units stay as they are. Called by `bench_duel` and `minds_match`.
"""

from __future__ import annotations

from dataclasses import replace

from game.sim.world import World


def put_on_even_terms(world: World) -> None:
    """Makes a new world's difficulty favour nobody: nobody plays, and it would be one side's advantage."""
    world.difficulty = replace(
        world.difficulty,
        first_burst_misses=False,
        falls_first=False,
        duel_senses=1.0,
        damage_to_crew=1.0,
        police_reaction=1.0,
        police_spread=1.0,
    )
