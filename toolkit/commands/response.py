"""drafting response: the form to answer on, responses in, and what they say."""

from __future__ import annotations

import click

from .response_add import add
from .response_table import table
from .response_template import template


@click.group(name="response")
def command() -> None:
    """Write the form on which respondents answer, take in responses, and tell what they say."""


for one in (template, add, table):
    command.add_command(one)
