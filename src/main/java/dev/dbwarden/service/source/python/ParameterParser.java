package dev.dbwarden.service.source.python;

import dev.dbwarden.service.source.python.Parameters.Parameter;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the parameters of functions and lambdas. */
final class ParameterParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;

    ParameterParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** Reads up to the closing token, which is left. */
    Parameters read(String closing, boolean annotated) {
        var parameters = new ArrayList<Parameter>();
        boolean keywordOnly = false;
        while (!in.at(closing)) {
            if (in.accept("**")) {
                parameters.add(parameter(Parameter.Kind.REST_KEYWORDS, annotated));
            } else if (in.accept("*")) {
                keywordOnly = true;
                if (!in.at(",")) {
                    parameters.add(parameter(Parameter.Kind.REST, annotated));
                }
            } else if (!in.accept("/")) {
                parameters.add(parameter(keywordOnly ? Parameter.Kind.KEYWORD_ONLY : Parameter.Kind.PLAIN, annotated));
            }
            if (!in.at(closing)) {
                in.expect(",");
            }
        }
        return new Parameters(parameters);
    }

    private Parameter parameter(Parameter.Kind kind, boolean annotated) {
        String name = in.name();
        Optional<Expression> annotation = annotated && in.accept(":") ? Optional.of(expressions.starredOrNamed()) : Optional.empty();
        Optional<Expression> value = in.accept("=") ? Optional.of(expressions.one()) : Optional.empty();
        return new Parameter(name, kind, annotation, value);
    }
}
