# What pgvector (0.1 to 0.4) makes of its types, after its published source; not compared with the package.
from sqlalchemy.types import UserDefinedType


class VECTOR(UserDefinedType):
    def __init__(self, dim=None):
        self.size = dim

    def get_col_spec(self):
        return "VECTOR" if self.size is None else f"VECTOR({self.size})"


class Vector(VECTOR):
    pass


class HALFVEC(UserDefinedType):
    def __init__(self, dim=None):
        self.size = dim

    def get_col_spec(self):
        return "HALFVEC" if self.size is None else f"HALFVEC({self.size})"


class SPARSEVEC(UserDefinedType):
    def __init__(self, dim=None):
        self.size = dim

    def get_col_spec(self):
        return "SPARSEVEC" if self.size is None else f"SPARSEVEC({self.size})"


class BIT(UserDefinedType):
    def __init__(self, length=None):
        self.size = length

    def get_col_spec(self):
        return "BIT" if self.size is None else f"BIT({self.size})"


class Bit(BIT):
    pass
