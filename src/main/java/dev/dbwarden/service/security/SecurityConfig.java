package dev.dbwarden.service.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code warden.security.*}. */
@ConfigMapping(prefix = "warden.security")
public interface SecurityConfig {
    /** Whether everything but health needs a credential. */
    @WithDefault("false")
    boolean requireAuth();
}
