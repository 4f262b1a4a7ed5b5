"""Run the command as ``python -m vaclint``."""

from vaclint.faces.cli import main

if __name__ == "__main__":
    main()
