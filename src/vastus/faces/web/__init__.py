"""The web app: pages rendered here, in full, without script."""
