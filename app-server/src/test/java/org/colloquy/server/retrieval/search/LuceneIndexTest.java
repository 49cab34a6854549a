package org.colloquy.server.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.Place;
import org.colloquy.server.core.search.SearchIndex.Found;
import org.colloquy.server.core.search.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest extends LuceneIndexCase {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How deep are the wells?     | deep wells
          How deep are the wells?     | WELLS de
          How deep are the wells?     | "deep are" we
          the value of foo_bar is 3   | foo_bar
          the value of foo_bar is 3   | bar
          the value of foo_bar is 3   | foo_b
          numpy.array(x)              | array
          pi is 3.14159 and more      | 3.14
          sample 20260301 was lost    | 202603
          don't                       | don’t
          Blåbærsyltetøy på brød      | brod blabaer
          Straße                      | strasse
          crème brûlée                | creme brul
          creme                       | crème
          Ελλάδα                      | ελλαδα
          ёлка                        | елка
          der eﬃziente Weg            | effizient
          我在东京大学工作              | 东京
          我在东京大学工作              | 京
          我在东京大学工作              | 作
          我在东京大学工作              | 京大学
          GPT东京v2                    | gpt东京v
          カタカナとひらがな            | ひらが
          ｶﾀｶﾅ                         | カタ
          대한민국 서울                  | 한민 서울
          a 🧪 in the lab              | 🧪
          """)
  void findsWhatSomebodyWouldExpect(String text, String words) {
    var expected = put(text);
    put("nothing of that kind");

    assertThat(found(words)).containsExactly(expected.id());
    var excerpt = index.excerpt(words, text);
    assertThat(excerpt.text()).isEqualTo(text);
    assertThat(excerpt.marks()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How deep are the wells?     | deep oceans
          How deep are the wells?     | dee wells
          How deep are the wells?     | "wells deep"
          How deep are the wells?     | ells
          foo bar                     | bar_foo
          pi is 3.14159               | 14.3
          我在东京大学工作              | 京东
          我在东京大学工作              | 大工
          """)
  void findsNothingElse(String text, String words) {
    put(text);

    assertThat(found(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "\"\"", "“ ”", "\u0000", "\uD800"})
  void findsNothingWhereNoWordIsTyped(String words) {
    put("some words");

    assertThat(found(words)).isEmpty();
  }

  @Test
  void findsOnlyWhatIsTheOwners() {
    var adas = put("shared words");
    var bobs = message(BOB, "shared words");
    put(bobs);

    assertThat(found("shared")).containsExactly(adas.id());
    assertThat(ids(index.find(BOB, wanted("shared")))).containsExactly(bobs.id());
    index.removeAccount(ADA);
    index.publish();
    assertThat(found("shared")).isEmpty();
    assertThat(ids(index.find(BOB, wanted("shared")))).containsExactly(bobs.id());
  }

  @Test
  void narrowsDownByTimeFacetsAndConversations() {
    var first = message(ADA, "apple", Map.of(Facet.ROLE, "user"));
    var second = message(ADA, "apple", Map.of(Facet.ROLE, "assistant", Facet.MODEL, "llama"));
    var third = message(ADA, "apple", Map.of(Facet.ROLE, "assistant", Facet.MODEL, "gpt"));
    put(first, second, third);

    assertThat(ids(index.find(ADA, narrowed(Map.of(Facet.ROLE, "assistant")))))
        .containsExactly(third.id(), second.id());
    assertThat(
            ids(index.find(ADA, narrowed(Map.of(Facet.ROLE, "assistant", Facet.MODEL, "llama")))))
        .containsExactly(second.id());
    assertThat(ids(index.find(ADA, between(third.time(), null)))).containsExactly(third.id());
    assertThat(ids(index.find(ADA, between(null, third.time()))))
        .containsExactly(second.id(), first.id());
    var within =
        new Wanted(
            Kind.MESSAGE,
            "apple",
            null,
            null,
            Map.of(),
            Stream.ofNullable(second.conversation()).collect(Collectors.toSet()),
            null,
            9);
    assertThat(ids(index.find(ADA, within))).containsExactly(second.id());
    assertThat(
            ids(
                index.find(
                    ADA, new Wanted(Kind.FILE, "apple", null, null, Map.of(), null, null, 9))))
        .isEmpty();
  }

  private static Wanted narrowed(Map<Facet, String> facets) {
    return new Wanted(Kind.MESSAGE, "apple", null, null, facets, null, null, 9);
  }

  private static Wanted between(@Nullable Instant from, @Nullable Instant until) {
    return new Wanted(Kind.MESSAGE, "apple", from, until, Map.of(), null, null, 9);
  }

  @Test
  void putsOneInThePlaceOfWhatItWas() {
    var before = put("older words");
    put(
        new Entry(
            before.kind(),
            before.id(),
            before.number(),
            before.owner(),
            before.conversation(),
            before.time(),
            "newer words",
            Map.of()));

    assertThat(found("older")).isEmpty();
    assertThat(found("words")).containsExactly(before.id());
    assertThat(index.messageCount()).isEqualTo(1);
    index.remove(Kind.MESSAGE, before.id());
    index.publish();
    assertThat(found("words")).isEmpty();
  }

  @Test
  void goesOnWhereAPageEnded() {
    var all = new ArrayList<Entry>();
    for (int i = 0; i < 50; i++) {
      all.add(put("page " + i));
    }
    var found = new ArrayList<UUID>();
    Place after = null;
    List<Found> page;
    do {
      page = index.find(ADA, wanted("page", after, 7));
      found.addAll(ids(page));
      after = page.isEmpty() ? null : page.getLast().place();
    } while (after != null);

    assertThat(found).containsExactlyElementsOf(all.reversed().stream().map(Entry::id).toList());
  }

  /// Words of few letters and signs, so that many begin like others, in texts with all that parts
  /// words.
  private static String text(Random random, int longest) {
    var parts =
        List.of(
            "a", "b", "ab", "ba", "abc", "é", "Ä", "ß", "1", "12", "3", "_", ".", "-", "'", " ",
            "  ", " ", "\n", "東", "京", "都", "カ", "が", "한", "국", "🧪", "ﬁ", "e\u0301", "A", "Ab",
            "ж", "ё", "\"", ",", "1,2", "、", "·");
    return IntStream.range(0, random.nextInt(longest))
        .mapToObj(_ -> parts.get(random.nextInt(parts.size())))
        .collect(Collectors.joining());
  }

  @Test
  void findsExactlyWhatReadingEverythingFinds() {
    var random = new Random(20260301);
    var texts = new ArrayList<Entry>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(message(ADA, text(random, 40)));
    }
    index.put(texts);
    index.publish();
    int anything = 0;
    for (int i = 0; i < 1_500; i++) {
      var words = text(random, 6);
      var clauses = Clauses.of(words);
      var expected =
          texts.stream()
              .filter(entry -> !clauses.isEmpty() && EveryText.fulfils(entry.text(), clauses))
              .map(Entry::id)
              .collect(Collectors.toSet());
      var found = index.find(ADA, wanted(words, null, 5_000));
      assertThat(ids(found)).as(words).doesNotHaveDuplicates();
      assertThat(Set.copyOf(ids(found))).as(words).isEqualTo(expected);
      anything += found.size();
    }
    assertThat(anything).isGreaterThan(10_000);
  }

  @Test
  void findsABegunWordBehindAnotherThoughMoreWordsBeginSoThanAreLookedAt() {
    var all = new ArrayList<Entry>();
    for (int i = 0; i <= Queries.MOST_ENDINGS + 10; i++) {
      all.add(message(ADA, "sample." + (100_000 + i)));
    }
    index.put(all);
    var other = put("sample 9");

    var found = ids(index.find(ADA, wanted("sample.1", null, 5_000)));

    assertThat(found).hasSize(all.size()).doesNotContain(other.id());
  }

  @Test
  void showsThePartOfALongTextInWhichTheWordsStand() {
    var text =
        "Before that, nothing. ".repeat(500) + "Then the needle came.\n" + "After. ".repeat(500);

    var excerpt = index.excerpt("need", text);

    assertThat(excerpt.text())
        .startsWith("…")
        .endsWith("…")
        .contains("Then the needle came. After.");
    assertThat(excerpt.text().length()).isLessThan(300);
    var mark = excerpt.marks().getFirst();
    assertThat(excerpt.text().substring(mark.start(), mark.end())).isEqualTo("needle");
  }

  @Test
  void marksPhrasesAsOnePieceAndNoWordTwice() {
    var excerpt = index.excerpt("\"deep wells\" we", "Wells, deep wells, and a well");

    assertThat(
            excerpt.marks().stream()
                .map(mark -> excerpt.text().substring(mark.start(), mark.end())))
        .containsExactly("Wells", "deep wells", "well");
  }
}
