from sqlalchemy import CheckConstraint, Column, Integer, MetaData, Table

metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True), CheckConstraint("id > 0", deferrable=True))
