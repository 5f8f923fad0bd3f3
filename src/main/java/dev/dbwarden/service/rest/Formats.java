package dev.dbwarden.service.rest;

/** The media types of bodies and answers. */
final class Formats {
    static final String JSON = "application/json";
    static final String YAML = "application/yaml";
    static final String FORM = "multipart/form-data";
    static final String SCHEMA = "application/schema+json";
    static final String PROBLEM = "application/problem+json";

    private Formats() {}
}
