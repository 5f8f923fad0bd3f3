package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with a model, so that all of it is told at once; two things at one place are told once. */
final class Faults {
    private final Set<SourceFile> sent;
    private final List<ModelFault> found = new ArrayList<>();
    private final Set<List<Location>> places = new HashSet<>();
    private Optional<Location> use = Optional.empty();

    /** @param sent the program's files; what is wrong in another one is told where the program uses it */
    Faults(Collection<SourceFile> sent) {
        this.sent = Set.copyOf(sent);
    }

    void add(ModelFault fault) {
        Location place = ofProgram(fault.at());
        if (places.add(List.of(place, fault.at()))) {
            found.add(place.equals(fault.at()) ? fault : new ModelFault(place, fault.text()));
        }
    }

    /** A place in the program: a package's is where the program uses it. */
    Location ofProgram(Location at) {
        return sent.contains(at.file()) ? at : use.orElse(at);
    }

    /** Does something for a class or a table of the program, which is what uses a package. */
    void collecting(Location user, Runnable what) {
        Optional<Location> before = use;
        use = Optional.of(user);
        collecting(what);
        use = before;
    }

    void add(Location at, String message) {
        add(new ModelFault(at, message));
    }

    /** Does something; what is wrong with it does not keep the rest from being read. */
    void collecting(Runnable what) {
        try {
            what.run();
        } catch (ModelFault fault) {
            add(fault);
        }
    }

    int count() {
        return found.size();
    }

    List<ModelFault> found() {
        return found;
    }
}
