package dev.dbwarden.service.source.python;

/** A place in a file. */
public record Location(SourceFile file, int offset) {
    public int line() {
        return file.line(offset);
    }

    public int column() {
        return file.column(offset);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line();
    }
}
