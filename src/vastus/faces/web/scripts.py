"""The scripts of the app, as `web/build_hook.py` built them. No page needs one."""

import json
from functools import cache
from importlib.resources import files


@cache
def _modules() -> dict[str, str]:
    manifest = files("vastus.faces.web").joinpath("static/built/modules.json")
    try:
        return json.loads(manifest.read_text("utf-8"))["modules"]
    except FileNotFoundError:  # a checkout that was set up without the npm registry
        return {}


def script(name: str) -> str | None:
    """The address of a module, which changes with it; None where the scripts were not built."""
    file = _modules().get(name)
    return f"/static/built/{file}" if file else None
