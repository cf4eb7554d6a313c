"""From clause to code to test to result: links read from source files, never by running them."""
