"""Run the command as ``python -m vaclint``."""

from vaclint.cli import main

if __name__ == "__main__":
    main()
