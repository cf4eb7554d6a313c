"""All documents and versions together: lookup by name, point in time, the version graph, digests."""
