"""The command line: one module a family of commands; `main` gathers them and maps errors to exit codes."""
