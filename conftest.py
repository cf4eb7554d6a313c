"""What pytest knows wherever it is started: the mark verifies, and worked examples as tests."""

pytest_plugins = ["toolkit.trace.pytest_plugin"]
