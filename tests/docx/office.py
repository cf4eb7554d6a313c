"""Run by the system's Python: LibreOffice opens a Word file, accepts or rejects everything, exports text.

    python3 office.py FOLDER OUT:COMMAND:IN …     COMMAND is accept, reject or none

Files are in FOLDER, which also takes LibreOffice's profile. Beside OUT, the text, OUT.json says how it is
built: the style and words of each paragraph, the words of each cell of each row.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def value(name: str, content: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start")


def export(context: Any, folder: Path, out: str, command: str, name: str) -> None:
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL((folder / name).as_uri(), "_blank", 0, (value("Hidden", True),))
    if command in COMMANDS:
        dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, COMMANDS[command], "", 0, ())
    filters = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF,,,"))
    document.storeToURL((folder / out).as_uri(), filters)
    (folder / f"{out}.json").write_text(json.dumps(list(built(document))), "utf-8")
    document.close(False)


def built(document: Any) -> Iterator[list[Any]]:
    """["p", style, words] or ["row", words of each cell]; then ["note", words] for each footnote."""
    content = document.Text.createEnumeration()
    while content.hasMoreElements():
        element = content.nextElement()
        if element.supportsService("com.sun.star.text.TextTable"):
            rows: dict[str, list[str]] = {}
            for name in element.getCellNames():
                rows.setdefault(name.lstrip(ascii_letters), []).append(
                    element.getCellByName(name).getString()
                )
            for number in sorted(rows, key=int):
                yield ["row", rows[number]]
        else:
            yield ["p", element.ParaStyleName, element.getString()]
    notes = document.getFootnotes()
    for number in range(notes.getCount()):
        yield ["note", notes.getByIndex(number).getString()]


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    pipe = f"drafting{folder.name}"
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = connected(pipe)
        for job in sys.argv[2:]:
            export(context, folder, *job.split(":"))
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
    finally:
        try:
            office.wait(timeout=20)
        except subprocess.TimeoutExpired:
            office.kill()


if __name__ == "__main__":
    main()
