/**
 * The page, driven in a real Chromium.
 *
 * <p>Start at {@link dev.dbwarden.service.page.PageTest}.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.page;
