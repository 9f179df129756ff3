"""The HTTP status of a page that tells an error and shows its form again."""

from vastus.errors import ChangedMeanwhile, DiskFull, StoreError, VastusError


def status_of(error: VastusError) -> int:
    """507 where there is no room, 409 where somebody was faster, 503 where the library cannot be used, else 422."""
    if isinstance(error, ChangedMeanwhile):
        return 409
    return 507 if isinstance(error, DiskFull) else 503 if isinstance(error, StoreError) else 422
