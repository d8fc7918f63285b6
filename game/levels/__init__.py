"""From what people draw and write (.tmx and .toml) to a frozen `Level`, and every complaint on the way.

In the order of reading: `xml_file`, `folders`, `properties`, `collision`, `sheets`, `templates`, `cells` and `plain_object`
serve `canonical`, which makes a map plain; `objects` and `ground` give it meaning; `screenplay` and `calls` read the .toml;
`names` and `story_checks` see that everything leads somewhere; `loader` is the way in. `check` looks deeper: `terrain_checks`
on a `floor`, `use_checks` and `goal_checks` by what is `spoken` of; `locate` says where. `packing` makes one file of a level.
"""
