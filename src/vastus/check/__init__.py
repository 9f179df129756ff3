"""The page against itself: findings beside its words, which are never rewritten. Pure."""
