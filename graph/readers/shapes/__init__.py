"""Shapes of tables, each turned into a row for each membership."""
