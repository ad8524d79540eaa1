"""The published data sets of the field, each as it comes."""
