from .user import User, Role, user_roles
from .product import Product, Category, ProductImage
from .order import Order, OrderItem

__all__ = ["User", "Role", "user_roles", "Product", "Category", "ProductImage", "Order", "OrderItem"]
