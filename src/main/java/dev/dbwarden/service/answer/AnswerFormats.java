package dev.dbwarden.service.answer;

import java.util.List;

/** The forms that an answer has; the first is the one that a client gets that names none. */
public final class AnswerFormats {
    public static final List<AnswerFormat> ALL = List.of(
            new JsonAnswer(),
            new SqlAnswer(),
            new SnapshotAnswer(),
            new ZipAnswer(),
            new MarkdownAnswer(),
            new SarifAnswer(),
            new CodeQualityAnswer(),
            new JunitAnswer(),
            new AnnotationsAnswer(),
            new MermaidAnswer(),
            new SvgAnswer());

    private AnswerFormats() {}
}
