"""Run by Alembic: migrates the connection that `upgrade` opened, in one transaction."""

from alembic import context

from checker.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
