package dev.dbwarden.service.app;

import dev.dbwarden.service.database.DatabasesConfig;
import dev.dbwarden.service.security.ClientsConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Tells of settings of databases and clients that nothing reads: a name that is misspelt, or that the environment cannot hold, would be passed
 * over in silence.
 */
@Startup
@Singleton
public class UnreadSettings {
    private static final Logger LOG = Logger.getLogger(UnreadSettings.class);
    private static final List<Group> GROUPS = List.of(new Group("warden.databases.", DatabasesConfig.Entry.class), new Group("warden.clients.", ClientsConfig.Client.class));

    UnreadSettings(Config config) {
        in(config.getPropertyNames()).forEach(message -> LOG.error(message));
    }

    /** What is to be said of those names, in order. */
    static Set<String> in(Iterable<String> names) {
        var messages = new TreeSet<String>();
        names.forEach(name -> GROUPS.forEach(group -> group.complaint(name).ifPresent(messages::add)));
        return messages;
    }

    /** The settings under a prefix and a name that an operator chooses. */
    private record Group(String prefix, Class<?> settings) {
        /** A name with what else than letters and digits stands between quotation marks; an item of a list has its number behind it. */
        private static final Pattern SETTING = Pattern.compile("(?:\"[^\"]*\"|[^.\"]+)\\.([^.\\[]+)(?:\\[\\d+])?");

        Optional<String> complaint(String name) {
            if (!name.startsWith(prefix)) {
                return Optional.empty();
            }
            Set<String> known = Arrays.stream(settings.getDeclaredMethods()).map(method -> StringUtil.skewer(method.getName())).collect(Collectors.toCollection(TreeSet::new));
            Matcher setting = SETTING.matcher(name.substring(prefix.length()));
            return setting.matches() && known.contains(setting.group(1)) ? Optional.empty() : Optional.of(name + " is no setting, and nobody reads it: what stands after "
                    + prefix + "<name>. is one of " + String.join(", ", known) + "; a name that is given in the environment has neither '_' nor '-'");
        }
    }
}
