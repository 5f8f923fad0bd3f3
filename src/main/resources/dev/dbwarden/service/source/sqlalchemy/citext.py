# What sqlalchemy-citext makes of its type.
from sqlalchemy.types import UserDefinedType


class CIText(UserDefinedType):
    def get_col_spec(self):
        return "CITEXT"
