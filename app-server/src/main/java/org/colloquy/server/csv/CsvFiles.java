package org.colloquy.server.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colloquy.model.DateOrder;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.table.SheetRows;
import org.colloquy.server.core.table.TableFiles;

/// Reads files of values with delimiters, recognised by the look of them.
public final class CsvFiles implements TableFiles {
  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "tab");
  private static final Set<String> PERHAPS = Set.of("txt", "dat", "asc", "data", "psv");
  private static final Set<String> MEDIA_TYPES = Set.of("text/csv", "text/tab-separated-values");
  private static final int SAMPLE = 256 * 1024;

  @Override
  public boolean mayHold(String name, String mediaType) {
    return isTable(name, mediaType) || PERHAPS.contains(ending(name));
  }

  private static boolean isTable(String name, String mediaType) {
    return ENDINGS.contains(ending(name)) || MEDIA_TYPES.contains(mediaType);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public List<SheetRows> sheets(String name, Content content) {
    try {
      var charset = Encoding.of(content);
      var sample = sample(content, charset);
      if (sample.isBlank()) {
        return List.of();
      }
      var dialect = Dialect.of(sample);
      if (!isTable(name, "") && !dialect.isLikely()) {
        return List.of();
      }
      var form =
          new TableForm(
              charset.name(),
              dialect.delimiter(),
              dialect.quote(),
              dialect.skip(),
              true,
              ".",
              DateOrder.YEAR_MONTH_DAY,
              List.of());
      return List.of(new CsvSheet(content, form, dialect.width()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SheetRows sheet(String name, Content content, String sheet, TableForm form) {
    try {
      var sample = sample(content, Encoding.named(form.encoding()));
      return new CsvSheet(
          content, form, Dialect.width(sample, form.delimiter(), form.quote(), form.skip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The beginning, up to the end of a line.
  private static String sample(Content content, Charset charset) throws IOException {
    byte[] start;
    try (var in = content.open()) {
      start = in.readNBytes(SAMPLE);
    }
    try (var reader = new InputStreamReader(new ByteArrayInputStream(start), charset)) {
      var text = reader.readAllAsString();
      var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      int end = unmarked.lastIndexOf('\n');
      return start.length < SAMPLE || end < 0 ? unmarked : unmarked.substring(0, end + 1);
    }
  }
}
