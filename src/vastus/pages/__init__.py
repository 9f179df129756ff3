"""Pages from the outside: files, folders, standard input. The edge that touches the disk."""
