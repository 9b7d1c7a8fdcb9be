"""The pages: one blueprint for each task of a user."""
