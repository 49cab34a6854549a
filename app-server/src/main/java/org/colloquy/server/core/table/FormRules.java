package org.colloquy.server.core.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.Rules;

/// What a form that somebody says has to keep to.
final class FormRules {
  private static final int MOST_SKIPPED = 10_000;
  private static final int MOST_MISSING = 50;
  private static final int LONGEST_MISSING = 40;

  private FormRules() {}

  static void check(TableForm form, Map<String, ColumnType> types, DataTable table) {
    boolean text = table.sheet().isEmpty();
    new Rules()
        .expect(!text || isEncoding(form.encoding()), "encoding", "There is no such encoding.")
        .expect(!text || isMark(form.delimiter()), "delimiter", "It is one character.")
        .expect(
            form.quote().isEmpty()
                || (isMark(form.quote()) && !form.quote().equals(form.delimiter())),
            "quote",
            "It is one character, unlike the delimiter, or none.")
        .expect(
            form.skip() >= 0 && form.skip() <= MOST_SKIPPED,
            "skip",
            "It is between 0 and " + MOST_SKIPPED + ".")
        .expect(
            form.decimal().equals(".") || form.decimal().equals(","),
            "decimal",
            "It is a point or a comma.")
        .expect(
            form.missing().size() <= MOST_MISSING
                && form.missing().stream().allMatch(word -> word.length() <= LONGEST_MISSING),
            "missing",
            "There are up to " + MOST_MISSING + " short words.")
        .expect(
            types.keySet().stream()
                .allMatch(
                    name -> table.columns().stream().anyMatch(one -> one.name().equals(name))),
            "types",
            "There is no such column.")
        .check();
  }

  private static boolean isMark(String mark) {
    return mark.length() == 1 && "\r\n\uFEFF".indexOf(mark.charAt(0)) < 0;
  }

  private static boolean isEncoding(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException _) {
      return false;
    }
  }
}
