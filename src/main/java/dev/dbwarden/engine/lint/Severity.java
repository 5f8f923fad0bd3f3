package dev.dbwarden.engine.lint;

/** How much a finding or a change weighs, in ascending order. */
public enum Severity { SAFE, INFO, WARN, CRITICAL }
