"""All screens that are not play, in one place to call: title, brief, pause, results, settings, lists, messages.

Each is a pure drawing function in a file of its own; this one only names them. Scenes call them each frame.
"""

from __future__ import annotations

from .screens_brief import draw_brief
from .screens_jobs import draw_jobs
from .screens_lists import draw_list, draw_message, draw_pause, draw_settings, draw_waiting
from .screens_results import draw_results
from .screens_title import draw_title, prepare_title

__all__ = (
    "draw_brief",
    "draw_jobs",
    "draw_list",
    "draw_message",
    "draw_pause",
    "draw_results",
    "draw_settings",
    "draw_title",
    "draw_waiting",
    "prepare_title",
)
