"""An aviary served by Robyn."""
