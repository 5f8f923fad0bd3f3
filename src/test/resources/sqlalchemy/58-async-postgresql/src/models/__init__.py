from src.models.base import Base
from src.models.team import Team, Member, Invite
