package dev.dbwarden.service.source.prisma;

/** Something in a Prisma schema that has to be mended, and where. */
public final class PrismaException extends RuntimeException {
    private final int offset;

    PrismaException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
