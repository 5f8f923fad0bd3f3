# What sqlalchemy-json makes of its types.
from sqlalchemy import JSON


class MutableJson(JSON):
    pass


class NestedMutableJson(JSON):
    pass


def mutable_json_type(dbtype=JSON, nested=False):
    return dbtype
