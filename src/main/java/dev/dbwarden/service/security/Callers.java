package dev.dbwarden.service.security;

import dev.dbwarden.service.api.Causes;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** The callers that the configuration names. A faulty one, or one with a sample key, keeps the service from starting. */
@Startup
@Singleton
public class Callers {
    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final int HASH_BYTES = 32;
    private static final String SCHEME = "bearer ";

    /** Whose token is good, and whom nothing is granted. */
    private static final Caller STRANGER = new Caller("stranger", Set.of(), Set.of());

    private final JWTParser tokens;
    private final List<Client> clients = new CopyOnWriteArrayList<>();

    Callers(ClientsConfig config, JWTParser tokens) {
        this.tokens = tokens;
        config.clients().forEach((name, client) -> clients.add(client(name, client)));
    }

    /** Whom the credential of an {@code Authorization} header belongs to; empty where it is none, or nobody's. */
    public Optional<Caller> find(String authorization) {
        String credential = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? authorization.substring(SCHEME.length()).strip() : "";
        return isToken(credential) ? ofToken(credential) : ofKey(credential);
    }

    /** Whether finding out may have to ask elsewhere, for the keys of a token's issuer. */
    public boolean mayWait(String authorization) {
        return isToken(authorization);
    }

    /** Adds a caller to those that the configuration names. */
    public void add(Caller caller, String key) {
        clients.add(new Client(caller, Optional.of(ApiKey.hash(key)), Optional.empty(), Optional.empty()));
    }

    /** Compares with every key, so that the time tells neither whether there is a key like it nor which. */
    private Optional<Caller> ofKey(String key) {
        byte[] hash = ApiKey.hash(key);
        Caller found = Caller.ANONYMOUS;
        for (Client client : clients) {
            found = MessageDigest.isEqual(client.keyHash().orElse(new byte[HASH_BYTES]), hash) ? client.caller() : found;
        }
        return Optional.of(found).filter(Caller::isKnown);
    }

    private Optional<Caller> ofToken(String text) {
        try {
            JsonWebToken token = tokens.parse(text);
            Set<String> groups = Optional.ofNullable(token.getGroups()).orElse(Set.of());
            Predicate<Client> isMeant = client -> client.subject().filter(subject -> subject.equals(token.getSubject())).isPresent()
                    || client.group().filter(groups::contains).isPresent();
            return Optional.of(clients.stream().filter(isMeant).map(Client::caller).reduce(Callers::united).orElse(STRANGER));
        } catch (ParseException notValid) {
            Causes.first(notValid, IOException.class).ifPresent(trouble -> LOG.warnf("no token can be checked: the keys of their issuer, mp.jwt.verify.publickey.location, cannot be read (%s)", trouble.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    /** A token may be several clients at once. */
    private static Caller united(Caller one, Caller other) {
        var roles = new HashSet<>(one.roles());
        roles.addAll(other.roles());
        var databases = new HashSet<>(one.databases());
        databases.addAll(other.databases());
        return new Caller(one.name() + "+" + other.name(), roles, databases);
    }

    /** A token has three parts with points between them (RFC 7515, 3.1), and a key has none. */
    private static boolean isToken(String credential) {
        return credential.chars().filter(c -> c == '.').count() == 2;
    }

    private static Client client(String name, ClientsConfig.Client config) {
        if (config.keySha256().isEmpty() && config.subject().isEmpty() && config.group().isEmpty()) {
            throw fault(name, "has neither key-sha256 nor subject nor group");
        }
        Set<Role> roles = config.roles().stream()
                .map(word -> Role.find(word).orElseThrow(() -> fault(name, "has a role that is none; roles are " + String.join(", ", Role.words()))))
                .collect(Collectors.toSet());
        var caller = new Caller(name, roles, Set.copyOf(config.databases().orElse(List.of())));
        return new Client(caller, config.keySha256().map(hex -> keyHash(name, hex)), config.subject(), config.group());
    }

    private static byte[] keyHash(String name, String hex) {
        byte[] hash;
        try {
            hash = HexFormat.of().parseHex(hex.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault(name, "has a key-sha256 that is not hex");
        }
        if (hash.length != HASH_BYTES) {
            throw fault(name, "has a key-sha256 that is not " + HASH_BYTES * 2 + " hex digits long");
        }
        if (ApiKey.isSample(hash)) {
            throw fault(name, "has a sample key, which everybody knows");
        }
        return hash;
    }

    private static IllegalStateException fault(String name, String what) {
        return new IllegalStateException("warden.clients." + name + " " + what + "; make a key with: openssl rand -hex 32, and its hash with: printf %s KEY | sha256sum");
    }

    /** A caller and what it is known by. */
    private record Client(Caller caller, Optional<byte[]> keyHash, Optional<String> subject, Optional<String> group) {}
}
