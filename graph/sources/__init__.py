"""Where a graph is: files, a store on disk, an endpoint."""
