# What sqlalchemy-json makes of its types, after its published source; not compared with the package.
from sqlalchemy import JSON


class MutableJson(JSON):
    pass


class NestedMutableJson(JSON):
    pass


def mutable_json_type(dbtype=JSON, nested=False):
    return dbtype
