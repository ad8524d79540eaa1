"""The domain: states, bodies, events and people, and what a source says of them."""
