from .models import Employee, Department

__all__ = ("Employee", "Department")
