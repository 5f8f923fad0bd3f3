# What sqlalchemy-citext makes of its type, after its published source; not compared with the package.
from sqlalchemy.types import UserDefinedType


class CIText(UserDefinedType):
    def get_col_spec(self):
        return "CITEXT"
