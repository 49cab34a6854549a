package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.desktop.ui.parts.markdown.CodeColours.Kind;
import org.colloquy.desktop.ui.parts.markdown.CodeColours.Run;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  private static final String TABLE =
      """
      | name | rate, % | *note* |
      |:-----|:-------:|-------:|
      | a\\|b | 1.5 | say "x" |
      | `c` | ~~2~~ | **d** [e](https://example.org) |
      """;

  private static List<Block> blocks(String text) {
    return new Markdown(text).blocks();
  }

  private static Inline plain(Block block) {
    return ((Block.Paragraph) block).content().getFirst();
  }

  @Test
  void readsWhatIsToDoAndWhatIsDone() {
    var list = (Block.Items) blocks("- [ ] open\n- [x] done\n- [] none\n- [X] **bold**").getFirst();
    assertThat(list.items())
        .extracting(Block.Item::task)
        .containsExactly(Block.Task.OPEN, Block.Task.DONE, Block.Task.NONE, Block.Task.DONE);
    assertThat(plain(list.items().getFirst().content().getFirst()).text()).isEqualTo("open");
  }

  @Test
  void readsFootnotesAlsoBeforeTheyAreWritten() {
    assertThat(((Block.Paragraph) blocks("Words[^1].").getFirst()).content())
        .contains(new Inline.NoteMark("1"));
    var note = (Block.Note) blocks("Words[^a-1].\n\n[^a-1]: One\n\n    and more").get(1);
    assertThat(note.label()).isEqualTo("a-1");
    assertThat(note.content()).hasSize(2);
    assertThat(blocks("`[^1]` and [^ 1] and [^]"))
        .allSatisfy(block ->
            assertThat(((Block.Paragraph) block).content())
                .noneMatch(Inline.NoteMark.class::isInstance));
  }

  @Test
  void strikesOut() {
    assertThat(plain(blocks("~~x~~ y").getFirst()))
        .isEqualTo(new Inline.Words("x", Set.of(Inline.Style.STRUCK), 2, 3));
  }

  @Test
  void copiesATableAsCsvAndAsMarkdown() {
    var table = (Block.Table) blocks(TABLE).getFirst();
    assertThat(TableText.csv(table))
        .isEqualTo("name,\"rate, %\",note\r\na|b,1.5,\"say \"\"x\"\"\"\r\nc,2,d e\r\n");
    var again = (Block.Table) blocks(TableText.markdown(table)).getFirst();
    assertThat(TableText.csv(again)).isEqualTo(TableText.csv(table));
    assertThat(again.rows().getFirst())
        .extracting(Block.Cell::side)
        .containsExactly(Block.Side.LEFT, Block.Side.CENTER, Block.Side.RIGHT);
    assertThat(TableText.markdown(table))
        .contains("**d** [e](https://example.org)", "~~2~~", "`c`");
  }

  @Test
  void quotesStandInQuotes() {
    var outer = (Block.Quote) blocks("> a\n>> b\n>>> c").getFirst();
    var inner = (Block.Quote) outer.content().get(1);
    assertThat(inner.content().get(1)).isInstanceOf(Block.Quote.class);
  }

  @Test
  void coloursCode() {
    assertThat(CodeColours.of("python", "def f(x): return 'a' + 1.5 # why"))
        .contains(
            new Run("def", Kind.WORD),
            new Run("return", Kind.WORD),
            new Run("'a'", Kind.STRING),
            new Run("1.5", Kind.NUMBER),
            new Run("# why", Kind.COMMENT));
    assertThat(CodeColours.of("java", "/* a\nb */ int x = \"//\";"))
        .contains(new Run("/* a\nb */", Kind.COMMENT), new Run("\"//\"", Kind.STRING));
    assertThat(CodeColours.of("SQL", "SELECT a -- b")).contains(new Run("-- b", Kind.COMMENT));
    assertThat(CodeColours.of("mermaid", "graph TD"))
        .containsExactly(new Run("graph TD", Kind.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "java", "sql", "html", "matlab", "", "nosuch"})
  void coloursChangeNoLetterWhateverIsOpen(String language) {
    for (var code :
        List.of(
            "\"open",
            "/* open",
            "'''open\n",
            "<!-- open",
            "a\\",
            "\"\\",
            "é 'x' # \"",
            "\t\n1e9x")) {
      assertThat(
              CodeColours.of(language, code).stream().map(Run::text).collect(Collectors.joining()))
          .isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "/*", "'''", "\\\"", "a", "1", "//", "`"})
  void colouringEndsSoonWhateverIsWritten(String piece) {
    Assertions.assertTimeout(
        Duration.ofSeconds(3),
        () -> {
          CodeColours.of("java", piece.repeat(12_000 / piece.length()));
          CodeColours.of("python", piece.repeat(12_000 / piece.length()));
        });
  }

  @ParameterizedTest
  @CsvSource({"python,code.py", "java,code.java", "'',code.txt", "../x,code.txt", "c++,code.cpp"})
  void namesFilesByTheirLanguage(String language, String name) {
    assertThat(CodeFile.name(language)).isEqualTo(name);
  }
}
