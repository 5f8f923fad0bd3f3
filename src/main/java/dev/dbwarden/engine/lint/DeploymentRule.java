package dev.dbwarden.engine.lint;

import java.util.stream.Stream;

/** A rule about the version of the application that runs while the upgrade does. A rollback goes with the version that knew the old schema. */
public interface DeploymentRule extends ChangeRule {
    @Override
    default Stream<Finding> check(Way way) {
        return way.direction() == Direction.UPGRADE ? ChangeRule.super.check(way) : Stream.empty();
    }
}
