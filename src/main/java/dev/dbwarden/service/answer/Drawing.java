package dev.dbwarden.service.answer;

import dev.dbwarden.service.answer.Diagram.Attribute;
import dev.dbwarden.service.answer.Diagram.Entity;
import dev.dbwarden.service.answer.Diagram.Mark;
import dev.dbwarden.service.answer.Diagram.Relationship;
import dev.dbwarden.service.answer.DiagramLayout.Box;
import java.util.Locale;
import java.util.Optional;

/** A diagram as SVG text. */
final class Drawing {
    private static final int PADDING = 8;
    private static final int LETTER = 7;

    private final Diagram diagram;
    private final DiagramLayout layout;
    private final StringBuilder svg = new StringBuilder();

    Drawing(Diagram diagram) {
        this.diagram = diagram;
        this.layout = DiagramLayout.of(diagram);
    }

    String text() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\" ".formatted(layout.width(), layout.height()))
                .append("font-family=\"ui-sans-serif, system-ui, sans-serif\" font-size=\"12\" fill=\"none\">\n<title>").append(escaped(title())).append("</title>\n")
                .append("<defs><marker id=\"many\" viewBox=\"0 0 10 10\" refX=\"0\" refY=\"5\" markerWidth=\"10\" markerHeight=\"10\" orient=\"auto\">")
                .append("<path class=\"line\" d=\"M0 0L10 5L0 10M10 5H0\" stroke=\"#57606a\"/></marker></defs>\n")
                .append("<rect class=\"back\" width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(layout.width(), layout.height()));
        diagram.relationships().stream().filter(each -> layout.boxes().containsKey(each.to())).forEach(this::line);
        layout.boxes().values().forEach(this::table);
        return svg.append("</svg>\n").toString();
    }

    private String title() {
        return "Entity-relationship diagram: %d tables, %d new, %d changed, %d dropped".formatted(diagram.entities().size(), count(Mark.NEW), count(Mark.CHANGED), count(Mark.DROPPED));
    }

    private long count(Mark mark) {
        return diagram.entities().stream().filter(entity -> entity.mark() == mark).count();
    }

    /** From the table that refers, with a crow's foot, to the one that is referred to; around the right side where neither stands left. */
    private void line(Relationship relationship) {
        Box from = layout.boxes().get(relationship.from());
        Box to = layout.boxes().get(relationship.to());
        boolean leftwards = from.x() >= to.x() + to.width();
        boolean rightwards = to.x() >= from.x() + from.width();
        int startX = leftwards ? from.x() : from.x() + from.width();
        int endX = rightwards ? to.x() : to.x() + to.width();
        int startY = from.y() + DiagramLayout.HEAD / 2 + (from == to ? DiagramLayout.ROW : 0);
        int endY = to.y() + DiagramLayout.HEAD / 2;
        int reach = leftwards || rightwards ? Math.max(40, Math.abs(startX - endX) / 2) : 60;
        svg.append("<path class=\"line").append(named(relationship.mark())).append("\" d=\"M").append(startX).append(' ').append(startY)
                .append('C').append(leftwards ? startX - reach : startX + reach).append(' ').append(startY)
                .append(' ').append(rightwards ? endX - reach : endX + reach).append(' ').append(endY).append(' ').append(endX).append(' ').append(endY)
                .append("\" stroke=\"").append(stroke(relationship.mark())).append("\" marker-start=\"url(#many)\"")
                .append(relationship.mark() == Mark.DROPPED ? " stroke-dasharray=\"5 4\"" : "").append("><title>")
                .append(escaped(sign(relationship.mark()) + relationship.from() + " refers to " + relationship.to())).append("</title></path>\n");
    }

    private void table(Box box) {
        Entity entity = box.entity();
        svg.append("<g class=\"entity\">\n");
        rectangle("table", entity.mark(), box.x(), box.y(), box.width(), box.height()).append("\" rx=\"4\" fill=\"#ffffff\" stroke=\"").append(stroke(entity.mark())).append("\"/>\n");
        band("head", entity.mark(), box, box.y() + 1, DiagramLayout.HEAD - 1);
        words("name", entity.mark(), box, box.y() + 17, named(entity.name(), entity.former()));
        int y = box.y() + DiagramLayout.HEAD;
        for (Attribute row : box.rows()) {
            row(row, box, y);
            y += DiagramLayout.ROW;
        }
        if (box.left() > 0) {
            words("column", Mark.SAME, box, y + 13, "… " + box.left() + " more");
        }
        svg.append("</g>\n");
    }

    private void row(Attribute row, Box box, int y) {
        if (row.mark() != Mark.SAME) {
            band("row", row.mark(), box, y, DiagramLayout.ROW);
        }
        String name = named(row.name(), row.former()) + (row.keys().isEmpty() ? "" : " " + String.join(" ", row.keys()));
        words("column", row.mark(), box, y + 13, name);
        int space = box.width() / LETTER - name.length() - 5;
        if (space > 2) {
            svg.append("<text class=\"type\" x=\"").append(box.x() + box.width() - PADDING).append("\" y=\"").append(y + 13).append("\" text-anchor=\"end\" fill=\"#57606a\">")
                    .append(escaped(shortened(row.type() + (row.nullable() ? "?" : ""), space))).append("</text>\n");
        }
    }

    private void band(String what, Mark mark, Box box, int y, int height) {
        rectangle(what, mark, box.x() + 1, y, box.width() - 2, height).append("\" fill=\"").append(fill(mark)).append("\"/>\n");
    }

    /** An element that is still open in its last attribute. */
    private StringBuilder rectangle(String what, Mark mark, int x, int y, int width, int height) {
        return svg.append("<rect class=\"").append(what).append(named(mark)).append("\" x=\"").append(x).append("\" y=\"").append(y)
                .append("\" width=\"").append(width).append("\" height=\"").append(height);
    }

    /** A sign for what changes, and the words, struck through for what is dropped. */
    private void words(String what, Mark mark, Box box, int y, String text) {
        svg.append("<text class=\"").append(what).append("\" x=\"").append(box.x() + PADDING).append("\" y=\"").append(y).append("\" fill=\"#1f2328\"")
                .append(what.equals("name") ? " font-weight=\"700\">" : ">").append(sign(mark))
                .append(mark == Mark.DROPPED ? "<tspan text-decoration=\"line-through\">" : "").append(escaped(shortened(text, box.width() / LETTER - 3)))
                .append(mark == Mark.DROPPED ? "</tspan></text>\n" : "</text>\n");
    }

    static String named(String name, Optional<String> former) {
        return name + former.map(was -> " (was " + was + ")").orElse("");
    }

    private static String named(Mark mark) {
        return mark == Mark.SAME ? "" : " " + mark.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case SAME -> "";
            case NEW -> "+ ";
            case CHANGED -> "~ ";
            case DROPPED -> "− ";
        };
    }

    private static String stroke(Mark mark) {
        return switch (mark) {
            case SAME -> "#8c959f";
            case NEW -> "#1a7f37";
            case CHANGED -> "#9a6700";
            case DROPPED -> "#b3261e";
        };
    }

    private static String fill(Mark mark) {
        return switch (mark) {
            case SAME -> "#eef1f4";
            case NEW -> "#e3f5e7";
            case CHANGED -> "#fdf3d6";
            case DROPPED -> "#fbe4e2";
        };
    }

    private static String shortened(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, Math.max(1, letters - 1)) + "…";
    }

    /** Text as XML; a character that XML does not have is shown as unknown. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }
}
