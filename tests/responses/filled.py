"""Fills in a response template as Word does when somebody types into it, to be read back in tests."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENT = "word/document.xml"


def fill(form: bytes, values: Mapping[str, str | bool], beside: str = "", comment: str = "") -> bytes:
    """The form with controls filled in by tag; True ticks a box. `beside` is typed after the last field,
    `comment` into a comment of Word's."""
    parts = parts_of(form)
    root = etree.fromstring(parts[DOCUMENT])
    controls = {sdt.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): sdt for sdt in root.iter(f"{W}sdt")}
    for tag, value in values.items():
        put(controls[tag], value)
    if beside:
        body = root.find(f"{W}body")
        body.insert(len(body) - 1, paragraph(beside))
    parts[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if comment:
        comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        etree.SubElement(comments, f"{W}comment", {f"{W}id": "0"}).append(paragraph(comment))
        parts["word/comments.xml"] = etree.tostring(comments)
    return archive(parts)


def put(control: etree._Element, value: str | bool) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if isinstance(value, bool):
        properties.find(f"{W14}checkbox/{W14}checked").set(f"{W14}val", "1" if value else "0")
        next(content.iter(f"{W}t")).text = "☒" if value else "☐"
        return
    prompt = properties.find(f"{W}showingPlcHdr")
    if prompt is not None:
        properties.remove(prompt)
    for child in list(content):
        content.remove(child)
    run = etree.SubElement(content, f"{W}r")
    for number, line in enumerate(value.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def paragraph(words: str) -> etree._Element:
    element = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(element, f"{W}r"), f"{W}t").text = words
    return element


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def archive(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()
