"""What is heard: a mixer fed by `View`s and `Event`s. It owns no fact of the run and can be left out without a trace.

`sound.Sound` is all that scenes know; `street.StreetSound` is it with a device. `cues` says what each event sounds like.
"""
