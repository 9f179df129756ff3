"""Statics of pushed, pulled and carried implements: typed functions here, SI array kernels in `kernels`."""
