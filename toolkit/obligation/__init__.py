"""Who must do what, when, under which clause: read from the words of the law, with what is uncertain marked."""
