package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A class of the program. */
public final class ClassValue implements Value {
    /**
     * An attribute of the class's body.
     *
     * @param annotation as it is written; {@link Program#annotation} tells what it means
     */
    public record Attribute(Optional<Expression> annotation, Optional<Value> value, Location at) {}

    private final String name;
    private final List<Value> bases;
    private final Map<String, Value> keywords;
    private final Location at;
    private final Scope scope;
    private final SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
    private final SequencedMap<String, Value.EnumMember> members = new LinkedHashMap<>();
    private List<Value> decorators = List.of();
    private List<ClassValue> lineage = List.of();

    ClassValue(String name, List<Value> bases, Map<String, Value> keywords, Scope scope, Location at) {
        this.name = name;
        this.bases = List.copyOf(bases);
        this.keywords = Map.copyOf(keywords);
        this.scope = scope;
        this.at = at;
    }

    public String name() {
        return name;
    }

    public List<Value> bases() {
        return bases;
    }

    /** The keywords of the class statement: {@code table=True}, {@code metaclass=...}. */
    public Map<String, Value> keywords() {
        return keywords;
    }

    public Location at() {
        return at;
    }

    /** Where the names of its body are looked up. */
    Scope scope() {
        return scope;
    }

    /** Its own attributes, in the order of its body. */
    public SequencedMap<String, Attribute> attributes() {
        return attributes;
    }

    /** The members of an enumeration, once {@link Enumerations} has named them. */
    SequencedMap<String, Value.EnumMember> members() {
        return members;
    }

    public List<Value> decorators() {
        return decorators;
    }

    void decorate(List<Value> newDecorators) {
        decorators = List.copyOf(newDecorators);
    }

    /** Itself and the classes of the program that it inherits from, in the order in which Python looks names up. */
    public List<ClassValue> lineage() {
        return lineage.isEmpty() ? List.of(this) : lineage;
    }

    void linearize() {
        lineage = Linearization.of(this);
    }

    /** The bases anywhere in its lineage that are no classes of the program. */
    public List<Value> foreignBases() {
        var foreign = new ArrayList<Value>();
        lineage().forEach(each -> each.bases.stream().filter(base -> !(base instanceof ClassValue)).forEach(foreign::add));
        return foreign;
    }

    /** The attribute, its own or inherited. */
    public Optional<Attribute> find(String attribute) {
        return lineage().stream().map(each -> each.attributes.get(attribute)).filter(java.util.Objects::nonNull).findFirst();
    }

    /** The value of an attribute, its own or inherited. */
    public Optional<Value> value(String attribute) {
        return lineage().stream().flatMap(each -> Optional.ofNullable(each.attributes.get(attribute)).flatMap(Attribute::value).stream()).findFirst();
    }

    public boolean inheritsFrom(ClassValue other) {
        return lineage().contains(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
