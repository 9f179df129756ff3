"""Finding exercises: the query language, what is indexed of an exercise, and the index itself."""
