from .database import *
from .database import Base as Base
