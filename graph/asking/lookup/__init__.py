"""What answers a question, worked out from memberships that are kept, or asked for by a query."""
