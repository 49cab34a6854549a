package org.colloquy.server.core.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.colloquy.server.extract.WorkerExtractor;
import org.colloquy.server.extract.WorkerLimits;
import org.colloquy.server.extract.Workers;
import org.colloquy.server.extract.wire.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Quotes of papers that were printed as PDF, with words divided at the ends of lines: all true
/// ones are found on their page, and of the altered ones none.
class PaperQuotesTest {
  private static final List<String> PAPERS = List.of("glacier", "yeast", "ink");
  private static final int QUOTES = 200;
  private static final int LINE = 62;

  @TempDir Path folder;

  private final Random random = new Random(20_261_121);
  private final List<Library.Book> books = new ArrayList<>();
  private final List<Printed> pages = new ArrayList<>();

  /// A page as it was written, and where it is.
  private record Printed(AttachmentId file, String name, int number, String text) {}

  @BeforeEach
  void read() throws IOException {
    try (var workers = Workers.in(folder, WorkerLimits.USUAL, 1)) {
      var extractor = new WorkerExtractor(workers, () -> Job.Eyes.NONE);
      for (var name : PAPERS) {
        var written = written(name);
        var file = new AttachmentId(new UUID(7, books.size()));
        var read = extractor.extract(new ByteArrayInputStream(printed(written)), name + ".pdf");
        var texts =
            read.pages().stream()
                .map(page -> new PageText(page.number(), page.label(), page.text()))
                .toList();
        books.add(new Library.Book(file, name + ".pdf", () -> texts));
        for (int i = 0; i < written.size(); i++) {
          pages.add(new Printed(file, name + ".pdf", i + 1, written.get(i)));
        }
      }
    }
  }

  private static List<String> written(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(PaperQuotesTest.class.getResourceAsStream(name + ".txt"))) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\f", -1));
    }
  }

  private static byte[] printed(List<String> pages) throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      for (var text : pages) {
        print(document, text);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void print(PDDocument document, String text) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    var font = new PDType1Font(FontName.TIMES_ROMAN);
    try (var content = new PDPageContentStream(document, page)) {
      float y = 780;
      for (var paragraph : text.strip().split("\n\n", -1)) {
        for (var line : lines(paragraph)) {
          content.beginText();
          content.setFont(font, 11);
          content.newLineAtOffset(90, y);
          content.showText(line.replace('−', '–')); // this font has no minus
          content.endText();
          y -= 13;
        }
        y -= 13;
      }
    }
  }

  /// Divides words where a line is full.
  private static List<String> lines(String paragraph) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : paragraph.split(" ", -1)) {
      if (line.length() + word.length() >= LINE) {
        int room = LINE - line.length();
        if (word.length() > 8 && room > 4 && word.chars().allMatch(Character::isLowerCase)) {
          lines.add(line + word.substring(0, 4) + "-");
          line.setLength(0);
          line.append(word.substring(4)).append(' ');
          continue;
        }
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /// Some words of a page that stand together in one paragraph.
  private String[] words(Printed page) {
    var paragraphs = page.text().strip().split("\n\n", -1);
    var words = paragraphs[random.nextInt(paragraphs.length)].split(" ", -1);
    int length = Math.min(words.length, 6 + random.nextInt(16));
    int start = random.nextInt(words.length - length + 1);
    return List.of(words).subList(start, start + length).toArray(String[]::new);
  }

  private Printed anyPage() {
    return pages.get(random.nextInt(pages.size()));
  }

  /// As models write: other dashes and quotation marks, parts left out, a capital at the beginning.
  private String retyped(String[] words) {
    var quote = new StringBuilder(String.join(" ", words));
    if (random.nextInt(4) == 0 && words.length > 10) {
      quote.setLength(0);
      quote.append(String.join(" ", List.of(words).subList(0, 4)));
      quote.append(random.nextBoolean() ? " … " : " [...] ");
      quote.append(String.join(" ", List.of(words).subList(7, words.length)));
    }
    if (random.nextBoolean()) {
      quote.setCharAt(0, Character.toUpperCase(quote.charAt(0)));
    }
    var plain = softened(quote.toString().replace('“', '\'').replace('”', '\''));
    return switch (random.nextInt(3)) {
      case 0 -> plain.replace('’', '\'').replace('–', '-').replace(" %", "%");
      case 1 -> plain.replace('’', 'ʼ').replace('−', '-');
      default -> plain;
    };
  }

  /// With a soft hyphen in a word, as texts have it that were copied from pages of the web.
  private String softened(String quote) {
    var words = quote.split(" ", -1);
    int place = random.nextInt(words.length);
    if (words[place].length() > 8 && words[place].chars().allMatch(Character::isLowerCase)) {
      words[place] = words[place].substring(0, 4) + '\u00AD' + words[place].substring(4);
    }
    return String.join(" ", words);
  }

  /// With another number, another word, or one word less or more.
  private String altered(String[] words) {
    var changed = new ArrayList<>(List.of(words));
    int place = 1 + random.nextInt(words.length - 2);
    int number = numberIn(words);
    if (number >= 0 && random.nextBoolean()) {
      changed.set(number, anotherNumber(words[number]));
    } else {
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(place);
        case 1 -> changed.add(place, "not");
        case 2 -> changed.set(place, "seldom");
        default -> changed.set(place, words[place] + "x");
      }
    }
    return String.join(" ", changed).replace('“', '\'').replace('”', '\'');
  }

  private static int numberIn(String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].chars().anyMatch(Character::isDigit)) {
        return i;
      }
    }
    return -1;
  }

  private String anotherNumber(String word) {
    var changed = new StringBuilder(word);
    int digit = 0;
    while (!Character.isDigit(word.charAt(digit))) {
      digit++;
    }
    changed.setCharAt(
        digit, (char) ('0' + (word.charAt(digit) - '0' + 1 + random.nextInt(8)) % 10));
    return changed.toString();
  }

  private Citation check(String quote, Printed named) {
    var passage = new SourcePassage(1, named.file(), named.name(), named.number(), "1", 0, 1, "");
    var claims = AnswerClaims.in("The authors say “" + quote + "” [1], and so on.");
    assertThat(claims).extracting(Claim::quote).containsExactly(quote);
    return new QuoteCheck(List.of(passage), new Library(books)).check(claims).getFirst();
  }

  @Test
  void findsTrueQuotesOnTheirPage() {
    var missed = new ArrayList<String>();
    for (int i = 0; i < QUOTES; i++) {
      var page = anyPage();
      var quote = retyped(words(page));
      var named = random.nextInt(3) == 0 ? anyPage() : page;
      var place = check(quote, named).place();
      boolean right =
          place != null && page.file().equals(place.file()) && place.page() == page.number();
      if (!right) {
        missed.add(quote + " -> " + place);
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(QUOTES / 100);
  }

  @Test
  void neverVerifiesAlteredQuotes() {
    for (int i = 0; i < QUOTES; i++) {
      var page = anyPage();
      var words = words(page);
      var quote = altered(words);
      var citation = check(quote, page);
      assertThat(citation.state())
          .as("%s for %s", quote, String.join(" ", words))
          .isEqualTo(Citation.State.NOT_FOUND);
    }
  }

  /// Whatever stands around a sign, without the sign, with another one, and moved.
  @Test
  void neverVerifiesQuotesWhoseSignsAreOthers() {
    int altered = 0;
    for (var page : pages) {
      for (var paragraph : page.text().strip().split("\n\n", -1)) {
        var words = List.of(paragraph.split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
          for (var other : withOtherSigns(words.get(i))) {
            var around = new ArrayList<>(words.subList(Math.max(0, i - 4), i));
            around.add(other);
            around.addAll(words.subList(i + 1, Math.min(words.size(), i + 5)));
            around.removeIf(String::isEmpty);
            var quote = String.join(" ", around).replace('“', '\'').replace('”', '\'');
            assertThat(check(quote, page).state())
                .as("%s for %s", quote, words.get(i))
                .isEqualTo(Citation.State.NOT_FOUND);
            altered++;
          }
        }
      }
    }
    assertThat(altered).isGreaterThan(20);
  }

  private static List<String> withOtherSigns(String word) {
    var others = new ArrayList<String>();
    if (word.contains("%")) {
      others.add(word.replace("%", ""));
      others.add(word.replace("%", "‰"));
      others.add(word.replace("%", "percent"));
    }
    if (word.contains("−") || word.matches(".*\\d[–-]\\d.*")) {
      others.add(word.replaceAll("[−–-]", ""));
      others.add(word.replaceAll("[−–-]", "+"));
      others.add(word.replaceAll("[−–-]", "\u00B1"));
    }
    if (word.matches("\\p{L}+’\\p{L}+.*")) {
      others.add(word.replace("’", ""));
      others.add(word.replaceFirst("’\\p{L}+", ""));
    }
    if (word.matches("\\d+[.,]\\d+.*")) {
      others.add(word.replaceFirst("[.,]", ""));
      others.add(word.replaceFirst("[.,]", "\u00AD"));
    }
    return others;
  }
}
