package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a model, so that all of it is told at once; two things at one place are told once. */
final class Faults {
    private final List<ModelFault> found = new ArrayList<>();
    private final Set<Location> places = new HashSet<>();

    void add(ModelFault fault) {
        if (places.add(fault.at())) {
            found.add(fault);
        }
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

    List<ModelFault> found() {
        return found;
    }
}
