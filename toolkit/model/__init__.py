"""The values everything else works on; standard library only, no input or output."""
