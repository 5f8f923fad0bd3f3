package dev.dbwarden.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldMapTest {
    /** Names enough to outgrow the row, each spelled anew. */
    private static final int NAMES = 20;

    private final Map<String, JsonNode> fields = new FieldMap();
    private final Map<String, JsonNode> linked = new LinkedHashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isALinkedMap(long seed) {
        var random = new Random(seed);
        int names = 1 + random.nextInt(NAMES);
        for (int step = 0; step < 60; step++) {
            String name = "f" + random.nextInt(names);
            IntNode value = IntNode.valueOf(step);
            boolean takesAway = random.nextInt(4) == 0;
            assertThat(takesAway ? fields.remove(name) : fields.put(name, value)).isEqualTo(takesAway ? linked.remove(name) : linked.put(name, value));
            isTheSame();
        }
        fields.keySet().removeIf(name -> name.endsWith("1"));
        linked.keySet().removeIf(name -> name.endsWith("1"));
        isTheSame();
        fields.entrySet().removeIf(entry -> entry.getKey().endsWith("2"));
        linked.entrySet().removeIf(entry -> entry.getKey().endsWith("2"));
        isTheSame();
    }

    private void isTheSame() {
        assertThat(new ArrayList<>(fields.entrySet())).isEqualTo(new ArrayList<>(linked.entrySet()));
        assertThat(new ArrayList<>(fields.keySet())).isEqualTo(new ArrayList<>(linked.keySet()));
        assertThat(fields).hasSameSizeAs(linked).isEqualTo(linked);
        for (int name = 0; name <= NAMES; name++) {
            assertThat(fields.get("f" + name)).isEqualTo(linked.get("f" + name));
            assertThat(fields.containsKey("f" + name)).isEqualTo(linked.containsKey("f" + name));
        }
    }
}
