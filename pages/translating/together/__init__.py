"""An original and its translations go online at one moment, and offline when somebody says so."""
