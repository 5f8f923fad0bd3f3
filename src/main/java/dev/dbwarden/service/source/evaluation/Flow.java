package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;

/** How statements end. */
sealed interface Flow {
    Flow NEXT = new Next();
    Flow FAIL = new Fail();

    /** The next statement follows. */
    record Next() implements Flow {}

    /** The loop goes on, or is left. */
    record Jump(boolean leaves) implements Flow {}

    record Return(Value value) implements Flow {}

    /** The program stops with an error; models are read as of a program that does not. */
    record Fail() implements Flow {}

    /** The next statement follows, unless it was one of the values that was returned, or the loop went on: which, is not known. */
    record Perhaps(List<Value> returned, String reason, Location at) implements Flow {
        /** Together with how it ends where the next statement follows. */
        Flow then(Flow rest) {
            return switch (rest) {
                case Next _, Jump _, Fail _ -> this;
                case Return(var value) -> new Return(Value.Unknown.oneOf(with(List.of(value)), reason, at));
                case Perhaps(var more, _, _) -> new Perhaps(with(more), reason, at);
            };
        }

        private List<Value> with(List<Value> more) {
            var all = new ArrayList<>(returned);
            all.addAll(more);
            return all;
        }
    }

    /** How statements end of which one or another is executed. */
    static Flow either(List<Flow> flows, String reason, Location at) {
        if (flows.stream().allMatch(Fail.class::isInstance)) {
            return FAIL;
        }
        var returned = new ArrayList<Value>();
        boolean goesOn = false;
        boolean sure = true;
        for (Flow flow : flows) {
            switch (flow) {
                case Next _ -> goesOn = true;
                case Fail _ -> { }
                case Return(var value) -> returned.add(value);
                case Jump _ -> {
                    goesOn = true;
                    sure = false;
                }
                case Perhaps(var values, _, _) -> {
                    returned.addAll(values);
                    goesOn = true;
                    sure = false;
                }
            }
        }
        if (!goesOn) {
            return new Return(Value.Unknown.oneOf(returned, reason, at));
        }
        return sure && returned.isEmpty() ? NEXT : new Perhaps(returned, reason, at);
    }

    /** What a function gives whose statements end so. */
    static Value result(Flow flow, Location at) {
        return switch (flow) {
            case Return(var value) -> value;
            case Next _, Jump _ -> Value.NONE;
            case Fail _ -> new Value.Unknown("the program fails here", at);
            case Perhaps perhaps -> result(perhaps.then(new Return(Value.NONE)), at);
        };
    }
}
