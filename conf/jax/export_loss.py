"""The earlier name of hessdiag.py, which must lie beside this file."""
from hessdiag import export_loss, load_diagonal, read_diagonal, spot_check

__all__ = ["export_loss", "load_diagonal", "read_diagonal", "spot_check"]
