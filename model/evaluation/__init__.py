"""Evaluation: what the networks answer to whole data sets, and how good that is."""
