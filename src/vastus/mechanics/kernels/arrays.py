"""What kernels take and give."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Real: TypeAlias = float | Array
"""A number or an array, in SI or radians; several broadcast against each other."""
