"""What came in on a consultation and what was made of it: responses/*.yaml and analysis.yaml together."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.files import Files
from toolkit.source.finding import unreadable

from .analysis import Analysis
from .check_responses import check_responses
from .consultation import Consultation
from .counted import counted
from .finding import finding
from .folder import FOLDER
from .read_analysis import read_analysis
from .read_response import read_response
from .response import Response

RESPONSES = "responses"
ANALYSIS = "analysis.yaml"
_OF_THEMES = frozenset({"P142", "P143", "P144", "P148"})
"""What cannot be told of answers while the themes are not known."""
_OF_OTHERS = frozenset({"P144", "P145"})
"""What cannot be told while a response could not be read: it may raise a theme, or be the one replaced."""
RECEIVED = "received"
"""Where the originals are kept, below the folder of the responses."""


@dataclass(frozen=True, slots=True)
class ResponseFolder:
    """The responses to a consultation, all that could be read, with their analysis."""

    responses: tuple[Response, ...]
    """Everything received, in the order of the file names: late and replaced ones too."""
    counted: tuple[Response, ...]
    """Those that are counted, in order of receipt."""
    analysis: Analysis
    """Empty where there is no analysis.yaml yet."""
    files: tuple[str, ...]
    """Every file that was read, relative to the root."""


def response_folder(name: str) -> str:
    """The folder of the responses to a consultation, relative to the root."""
    return f"{FOLDER}/{name}/{RESPONSES}"


def read_responses(files: Files, consultation: Consultation) -> tuple[ResponseFolder, tuple[Diagnostic, ...]]:
    """Read and cross-check them; a file that cannot be read is named among the diagnostics."""
    folder = response_folder(consultation.id)
    found: list[Diagnostic] = []
    read: list[str] = []
    responses: list[Response] = []
    unread = False
    for file in (f"{folder}/{name}" for name in files.names(folder)):
        response = _read(files, file, consultation, found) if file.endswith(".yaml") else None
        if response is not None:
            responses.append(response)
            read.append(file)
        elif file.endswith(".yaml"):
            unread = True
        else:
            hint = "Add it with drafting response add; originals are kept in received/."
            found.append(finding("P151", Place(file), "A response is kept in a file NAME.yaml.", hint))
    analysis = _analysis(files, consultation, found, read)
    further = check_responses(consultation, responses, analysis or Analysis())
    unknown = (_OF_THEMES if analysis is None else frozenset()) | (_OF_OTHERS if unread else frozenset())
    found += [one for one in further if one.code not in unknown]
    analysis = analysis or Analysis()
    kept = counted(responses, consultation.timetable.closing_moment)
    return ResponseFolder(tuple(responses), kept, analysis, tuple(read)), tuple(found)


def _read(files: Files, file: str, consultation: Consultation, found: list[Diagnostic]) -> Response | None:
    name = file.rpartition("/")[2].removesuffix(".yaml")
    try:
        data = files.read(file)
    except OSError as error:
        found.append(unreadable(file, error))
        return None
    response, wrong = read_response(data, file, name, consultation)
    found += wrong
    return response


def _analysis(
    files: Files, consultation: Consultation, found: list[Diagnostic], read: list[str]
) -> Analysis | None:
    """Empty where there is none yet; None where it cannot be read."""
    folder = f"{FOLDER}/{consultation.id}"
    if ANALYSIS not in files.names(folder):
        return Analysis()
    file = f"{folder}/{ANALYSIS}"
    try:
        data = files.read(file)
    except OSError as error:
        found.append(unreadable(file, error))
        return None
    analysis, wrong = read_analysis(data, file, consultation)
    found += wrong
    read.append(file)
    return analysis
