"""Who must do what, when, under which clause, read from the words of the law; what is uncertain is marked."""
