"""Lists, sets, dictionaries and names that change before they are used."""
from sqlalchemy import Column, Date, Integer, MetaData, String, Table, Text

metadata = MetaData()
columns = [Column("id", Integer, primary_key=True), Column("a", Integer), Column("b", Integer)]
columns.pop()
columns.insert(1, Column("z", Integer))
first = Table("first", metadata, *columns)

names = ["x", "y", "z", "w"]
names.remove("y")
names.sort(reverse=True)
names[0] = "q"
del names[1]
seen = set()
seen.add("k")
second = Table("second", metadata, *[Column(name, Integer) for name in names], *[Column(name, Integer) for name in seen])

types = {"a": Integer, "b": String(5), "c": Text}
types.pop("b")
types.setdefault("e", Date)
del types["c"]
third = Table("third", metadata, *[Column(name, kind) for name, kind in types.items()])

for number, name in enumerate(["red", "green"], start=1):
    Table(f"color_{name}", metadata, *[Column(f"c{i}", String(number * 10)) for i in range(number + 2)])

PREFIX = "a_"


def choose():
    global PREFIX
    length = 5

    def longer():
        nonlocal length
        length = 9

    longer()
    PREFIX = "b_"
    return length


fourth = Table("fourth", metadata, Column("name", String(choose())))
fifth = Table(PREFIX + "fifth", metadata, Column("id", Integer))
