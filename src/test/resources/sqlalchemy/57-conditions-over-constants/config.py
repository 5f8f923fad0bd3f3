class Settings:
    USE_JSONB = True
    SCHEMA = None
    PREFIX = "app_"
    LENGTHS = {"short": 20, "long": 400}


settings = Settings()
DEBUG = not settings.USE_JSONB
