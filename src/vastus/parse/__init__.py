"""Page → drafts and findings. Each form of page is one small module; the form is told by content, never by file name.

Nothing here fetches, nothing resolves a name to an id: a draft holds the page's own words.
"""
