"""What changed between two versions: clauses aligned, words compared, changes applied and taken back."""
