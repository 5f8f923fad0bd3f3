from sqlalchemy import CheckConstraint, Column, Computed, Index, Integer, MetaData, Table, desc, not_

numbers = Table(
    "numbers",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("n", Integer),
)
Index("backwards", desc() - numbers.c.n)
