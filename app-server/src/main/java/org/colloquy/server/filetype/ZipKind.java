package org.colloquy.server.filetype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Tells which kind of document a ZIP archive is, by what is in it. An archive that is made to do
/// harm costs no more than [#MOST_INFLATED] bytes that are thrown away.
final class ZipKind {
  private static final String ZIP = "application/zip";
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_INFLATED = 64 * 1024 * 1024;
  private static final int LONGEST_TYPE = 100;

  private static final Map<String, String> BY_MAIN_PART =
      Map.of(
          "word/document.xml", OOXML + "wordprocessingml.document",
          "ppt/presentation.xml", OOXML + "presentationml.presentation",
          "xl/workbook.xml", OOXML + "spreadsheetml.sheet",
          "xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12");

  private final Supplier<InputStream> content;

  ZipKind(Supplier<InputStream> content) {
    this.content = content;
  }

  String type() {
    try (var zip = new ZipInputStream(content.get(), StandardCharsets.UTF_8)) {
      return type(zip);
    } catch (IOException | IllegalArgumentException _) {
      return ZIP; // broken further down, or with names that are no text
    }
  }

  private static String type(ZipInputStream zip) throws IOException {
    long inflated = 0;
    var piece = new byte[16 * 1024];
    for (int i = 0; i < MOST_ENTRIES; i++) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        return ZIP;
      }
      var main = BY_MAIN_PART.get(entry.getName());
      if (main != null) {
        return main;
      }
      if (i == 0 && entry.getName().equals("mimetype")) {
        return said(zip);
      }
      for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
        inflated += read;
        if (inflated > MOST_INFLATED) {
          return ZIP;
        }
      }
    }
    return ZIP;
  }

  /// OpenDocument and EPUB say what they are in their first entry.
  private static String said(ZipInputStream zip) throws IOException {
    var type = new String(zip.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
    return type.matches("application/[a-z0-9.+-]+") ? type : ZIP;
  }
}
