/**
 * Prisma schemas, written as the DDL that Prisma's schema engine makes of them.
 *
 * <p>Start at {@link dev.dbwarden.service.source.prisma.PrismaSource}. Knows nothing of requests, and nothing of the engine's schema.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source.prisma;
