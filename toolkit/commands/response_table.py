"""stub"""

import click


@click.command(name="table")
def table() -> None:
    """stub"""
