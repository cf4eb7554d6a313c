"""The owner of Jinja2: templates and assets from a project's folder, else from the toolkit's own."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment, FileSystemLoader, Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
"""What a link may lead to; a link without a scheme is relative to the file it stands in."""

FONTS = "fonts"
"""The folder of fonts in a folder of templates."""


class TemplateFileError(Exception):
    """A template or asset is missing or wrong; the message says where, what and what to do."""


class Fragment(NamedTuple):
    """HTML that is already escaped; templates print it as it is."""

    html: str

    def __html__(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


def own_folder() -> Path:
    """The folder of the toolkit's own templates: inside the installed package, else beside it."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def safe_url(url: str) -> str:
    """The address if a page may lead there, else nothing: no javascript:, data:, file: and the like."""
    # Browsers drop white space and control characters before they read the scheme; so do we.
    clean = "".join(char for char in url if char > " " and char != "\x7f")
    try:
        scheme = urlsplit(clean).scheme.lower()
    except ValueError:
        return ""
    if scheme not in SAFE_SCHEMES or (not scheme and clean.replace("\\", "/").startswith("//")):
        return ""
    return clean


@dataclass(frozen=True, slots=True)
class Templates:
    """Folders of templates and assets; the first that has a file gives it."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, folder: Path | None = None) -> Templates:
        """Templates from a project's folder, where it has them, else the toolkit's own."""
        own = own_folder()
        return cls((folder, own) if folder is not None and folder != own else (own,))

    def data(self, name: str) -> bytes:
        """The bytes of an asset, such as fonts/source-serif-4-400.otf."""
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                return path.read_bytes()
        raise TemplateFileError(f"{name}: no such template; looked in {self._looked_in()}")

    def names(self) -> frozenset[str]:
        """The names of all templates and assets there are."""
        return frozenset(
            path.relative_to(folder).as_posix()
            for folder in self.folders
            if folder.is_dir()
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )

    def text(self, name: str) -> str:
        """The text of an asset, such as page.css."""
        try:
            return self.data(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise TemplateFileError(f"{name}: is not UTF-8 text; save it as UTF-8") from error

    def font_folders(self) -> tuple[Path, ...]:
        """Every folder of fonts that there is, the toolkit's own last."""
        return tuple(folder / FONTS for folder in self.folders if (folder / FONTS).is_dir())

    def render(self, name: str, **values: object) -> str:
        """A template filled in; every value is escaped unless it is a Fragment."""
        return self._filled(name, lambda environment: environment.get_template(name), values)

    def fill(self, source: str, name: str, **values: object) -> str:
        """Template text from elsewhere, such as a narrative, filled in; faults call it `name`."""
        return self._filled(name, lambda environment: _compiled(environment, source, name), values)

    def _filled(
        self, name: str, load: Callable[[ImmutableSandboxedEnvironment], Template], values: dict[str, object]
    ) -> str:
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
        from jinja2.exceptions import SecurityError

        try:
            return load(_environment(self.folders)[0]).render(values)
        except TemplateNotFound as error:
            raise TemplateFileError(
                f"{error.name}: no such template; looked in {self._looked_in()}"
            ) from error
        except TemplateSyntaxError as error:
            raise TemplateFileError(f"{error.name or name}:{error.lineno}: {error.message}") from error
        except SecurityError as error:
            why = f"a template may not do this: {error}"
            raise TemplateFileError(f"{_template_place(error, name)}: {why}") from error
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise TemplateFileError(f"{_template_place(error, name)}: {error}") from error

    def _looked_in(self) -> str:
        return " and ".join(
            "the toolkit's own templates" if folder == own_folder() else str(folder)
            for folder in self.folders
        )


@dataclass(frozen=True, slots=True)
class NotingTemplates(Templates):
    """Templates that note which files were asked for, found or not: an output rests on these too."""

    asked: set[str] = field(default_factory=set, compare=False)
    """By name: page.css; fonts for all that are there."""

    @classmethod
    def over(cls, templates: Templates) -> NotingTemplates:
        """The same templates, with nothing noted."""
        return cls(templates.folders)

    def data(self, name: str) -> bytes:
        """The bytes of an asset; its name is noted."""
        self.asked.add(name)
        return Templates.data(self, name)

    def font_folders(self) -> tuple[Path, ...]:
        """The folders of fonts; that all of them were asked for is noted."""
        self.asked.add(FONTS)
        return Templates.font_folders(self)

    def _filled(
        self, name: str, load: Callable[[ImmutableSandboxedEnvironment], Template], values: dict[str, object]
    ) -> str:
        loaded = _environment(self.folders)[1]
        before = set(loaded)
        loaded.clear()
        try:
            return Templates._filled(self, name, load, values)
        finally:
            self.asked.update(loaded)
            loaded.update(before)


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> tuple[ImmutableSandboxedEnvironment, set[str]]:
    """What fills in the templates of these folders, and the names of those that it was asked for."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    asked: set[str] = set()
    safe: dict[tuple[type, str], bool] = {}

    class Noting(ImmutableSandboxedEnvironment):
        """Tells of what extends, include and import ask for, whether it is at hand already or not."""

        def get_template(self, name: Any, *more: Any, **named: Any) -> Template:
            asked.add(str(name))
            return super().get_template(name, *more, **named)

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            """Worked out once for each type and name: on these alone it rests."""
            key = (type(obj), attr)
            if key not in safe:
                safe[key] = super().is_safe_attribute(obj, attr, value)
            return safe[key]

        def select_template(self, names: Any, *more: Any, **named: Any) -> Template:
            asked.update(map(str, names))
            return super().select_template(names, *more, **named)

    environment = Noting(
        loader=_loader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters["safe_url"] = safe_url
    return environment, asked


def _loader(folders: tuple[Path, ...]) -> FileSystemLoader:
    from jinja2 import FileSystemLoader

    class Loader(FileSystemLoader):
        """A template is at hand as long as its file is the same: by its words, and by the folder it is in."""

        def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
            source, path, _ = FileSystemLoader.get_source(self, environment, template)
            return source, path, lambda: self.get_source(environment, template)[:2] == (source, path)

    return Loader([str(folder) for folder in folders])


def _compiled(environment: ImmutableSandboxedEnvironment, source: str, name: str) -> Template:
    """A template from its text; from_string would lose the name that faults are to give."""
    code = environment.compile(source, name, name)
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


def _template_place(error: BaseException, name: str) -> str:
    """Where in which template an error arose: Jinja2 puts the template's line into the traceback."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == name or frame.filename.endswith(".j2")
    ]
    if not frames:
        return name
    found = frames[-1].filename
    return f"{found if found == name else Path(found).name}:{frames[-1].lineno}"
