"""Traces in the forms of other tools: needs.json of sphinx-needs, and ReqIF."""
