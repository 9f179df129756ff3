"""The drawing's source and the build that makes `src/vastus/draw/parts.json` of it; nothing here ships."""
