"""Builds the noisy mathematics library beside it: for the determinism tests and for hunting a divergence by hand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("noisy_libm.c")


def compiler() -> str | None:
    """The C compiler of this machine, if it has one."""
    return shutil.which("gcc") or shutil.which("cc")


def build(folder: Path) -> Path:
    """Compiles the library into `folder` and returns it, to be named in LD_PRELOAD; NOISE_SEED=1 wakes it."""
    library = folder / "noisy_libm.so"
    words = [
        compiler() or "cc",
        "-shared",
        "-fPIC",
        "-O1",
        "-fno-builtin",
        str(SOURCE),
        "-o",
        str(library),
        "-ldl",
        "-lm",
    ]
    subprocess.run(words, check=True, capture_output=True, text=True)
    return library
