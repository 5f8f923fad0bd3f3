class make_repr:
    def __init__(self, *attrs): self.a = attrs
    def __get__(self, i, o): return lambda: ""
