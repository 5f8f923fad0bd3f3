from sqlalchemy import Column, Enum, Integer, LargeBinary, MetaData, Table
from oslo_db.sqlalchemy import types

LONGEST = 2 ** 32 - 1
WARM = {"red", "yellow"}
ALL = WARM.union(["blue"], {"green"}) | {"white"}
PLAIN = sorted(ALL.difference({"white"}) - {"green"})
BOTH = sorted(WARM.intersection(ALL) & {"red", "blue"})

metadata = MetaData()
Table(
    "pictures", metadata,
    Column("id", Integer, primary_key=True),
    Column("content", LargeBinary(LONGEST)),
    Column("plain", Enum(*PLAIN, name="plain")),
    Column("all", Enum(*sorted(ALL), name="every_one")),
    *[Column(name, Integer) for name in BOTH],
    Column("xmin", Integer, system=True),
    Column("place", types.String(20, mysql_ndb_type=None)),
)
