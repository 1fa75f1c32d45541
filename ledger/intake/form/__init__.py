"""Forms, tables and lists: reports that name what each figure counts by a label, a column or a heading."""
