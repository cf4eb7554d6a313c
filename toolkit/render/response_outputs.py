"""The files of a response table, by format."""

from __future__ import annotations

from toolkit.consult.response_table import ResponseTable

from .templates import Templates

FORMATS = ("html", "xlsx", "csv", "svg")


def response_outputs(table: ResponseTable, format_: str, templates: Templates) -> dict[str, bytes]:
    """The files of one format, by name; names of those for Government say so.

    All of them are made from the table alone, so that what is not in it is in none of them.
    """
    stem = "responses-for-government" if table.marking else "responses"
    if format_ == "html":
        from .paper_page import paper_html
        from .response_paper import response_paper

        return {f"{stem}.html": paper_html(response_paper(table), templates)}
    if format_ == "xlsx":
        from .response_sheets import response_xlsx

        return {f"{stem}.xlsx": response_xlsx(table)}
    if format_ == "csv":
        from .response_rows import sheets
        from .sheet_csv import sheet_csv

        return {f"{stem}-{sheet.name.lower()}.csv": sheet_csv(sheet) for sheet in sheets(table)}
    from .chart import chart_svg
    from .response_paper import stance_chart

    return {f"{stem}-chart.svg": chart_svg(stance_chart(table), table.marking).encode("utf-8")}
