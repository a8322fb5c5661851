"""Figures as pictures, readable on dark grounds and on light ones."""
