"""The version of the game as a whole; the build reads it from here. The sim's own version is `SIM_VERSION`."""

__version__ = "0.1.0"
