from decimal import Decimal
from ..core import database as d
from ..core.database import Base
from .. import hr
from sqlalchemy import Numeric, ForeignKeyConstraint, PrimaryKeyConstraint, CheckConstraint


class Payslip(Base):
    __tablename__ = "payslip"
    employee_id = d.C(d.Int)
    month = d.C(d.Int)
    gross = d.C(Numeric(12, 2), nullable=False)
    net = d.C(Numeric(12, 2), nullable=False)
    __table_args__ = (
        PrimaryKeyConstraint("employee_id", "month"),
        ForeignKeyConstraint(["employee_id"], [hr.Employee.id], ondelete="RESTRICT"),
        CheckConstraint(net <= gross, name="net_below_gross"),
        CheckConstraint("month BETWEEN 190001 AND 209912"),
    )
