"""A folder with a tiny tileset for every test of levels, and yards made in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from tests.levels.yards import TILESET, Yard, png


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The game's own catalog."""
    return load_catalog()


@pytest.fixture
def make_yard(tmp_path: Path, catalog: Catalog) -> Callable[..., Yard]:
    """Makes yards in a levels folder of their own."""
    folder = tmp_path / "levels"
    (folder / "tilesets").mkdir(parents=True)
    (folder / "tilesets" / "tiny.tsx").write_text(TILESET, encoding="utf-8")
    (folder / "tilesets" / "tiny.png").write_bytes(png(384, 24))

    def make(**given: object) -> Yard:
        return Yard(folder, catalog, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def yard(make_yard: Callable[..., Yard]) -> Yard:
    """The plain yard."""
    return make_yard()
