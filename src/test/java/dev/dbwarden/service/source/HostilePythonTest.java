package dev.dbwarden.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python that means harm, or is none: it is refused at its place, and nothing of it runs. */
class HostilePythonTest {
    private static final int DEEP = 5_000;

    @ParameterizedTest
    @CsvSource({"'(', '1', ')'", "'[', '', ']'", "'-', '1', ''", "'not ', '1', ''", "'lambda: ', '1', ''", "'1 if 1 else ', '1', ''", "'await ', '1', ''",
            "'', 'a', '.b'", "'', 'a', '()'", "'', '1', ' + 1'", "'', '1', ' ** 1'", "'f\"{', '1', '}\"'", "'[x ', '', ' for a in b]'"})
    void depth(String before, String middle, String after) {
        assertThat(refusal("x = " + before.repeat(DEEP) + middle + after.repeat(DEEP) + "\n").line()).hasValue(1);
    }

    @Test
    void deepBlocks() {
        var text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(" ".repeat(i)).append("if x:\n");
        }
        assertThat(refusal(text.toString()).message()).contains("nest deeper");
    }

    @Test
    void aFormattedTextOfManyParts() {
        assertThat(refusal("a = 1\nx = f\"" + "{a}".repeat(DEEP) + "\"\n").message()).contains("more than 1000 parts");
    }

    @Test
    void tenMegabytes() {
        String models = "class C(Base):\n    id = Column(Integer)\n".repeat(250_000);
        Mistake refusal = refusal(models);
        assertThat(refusal.message()).contains("MiB of Python");
        assertThat(refusal.line().orElseThrow()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__import__('os').system('id')\n", "exec('x = 1')\n", "x = eval('1')\n", "class A(\n", "x = 'abc\n", "def f(:\n", "x = 1 \u202e + 2\n", "cl\u200bass A: pass\n",
            "x = \u0000\n", ")\n", "x = [i for i in range(10 ** 9)]\n", "x = 'a' * 10 ** 12\n", "def f(n):\n    return f(n)\nf(1)\n",
            "x = [1 for a in range(1000) for b in range(1000) for c in range(1000)]\n", "x = [1]\nfor i in range(60):\n    x.extend(x)\n",
            "import re\nfrom sqlalchemy import *\nTable(re.sub('a', r'\\g<00099999999999>', 'a'), MetaData(), Column('id', Integer, primary_key=True))\n",
            "x = set()\nfor i in range(60000):\n    x.add(i)\n", "x = {}\nfor i in range(90000):\n    x[i] = 1\n    x.copy()\n"})
    void tricks(String text) {
        assertThat(refusal(text).line()).isPresent();
    }

    /** Lists that hold themselves, or each other over and over. */
    @ParameterizedTest
    @ValueSource(strings = {"x = []\nx.append(x)\n", "x = ()\nfor i in range(40):\n    x = (x, x)\n"})
    void nesting(String text) {
        String used = "from sqlalchemy import *\n" + text + "y = {(x,): 1}\nz = x == [x]\nTable(str(x), MetaData(), Column('id', Integer))\n";
        assertThat(refusal(used).line()).isPresent();
    }

    @Test
    void importsInACircle() {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Sources.read(List.of(
                source("a.py", "from b import Base\nclass Y(Base):\n    __tablename__ = 'y'\n"),
                source("b.py", "from a import Y\nclass Base(Y):\n    __tablename__ = 'x'\n")), Dialects.all().getFirst(), Limits.DEFAULT));
        assertThat(problem.mistakes()).anySatisfy(mistake -> assertThat(mistake.source()).hasValue("b.py"));
    }

    @Test
    void aBaseThatWasNotSent() {
        Mistake refusal = refusal("from .base import Base\nfrom sqlalchemy import Column, Integer\n\n\nclass User(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n");
        assertThat(refusal.line()).hasValue(5);
        assertThat(refusal.message()).contains("send that file too");
    }

    private static Mistake refusal(String text) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Sources.read(List.of(source("models.py", text)), Dialects.all().getFirst(), Limits.DEFAULT));
        return problem.mistakes().getFirst();
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, Optional.empty(), Optional.empty(), text);
    }
}
