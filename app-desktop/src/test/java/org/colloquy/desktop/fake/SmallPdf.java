package org.colloquy.desktop.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A PDF file with the given words on its pages.
public final class SmallPdf {
  private final StringBuilder file = new StringBuilder("%PDF-1.4\n");
  private final List<Integer> places = new ArrayList<>();

  private SmallPdf() {}

  /// Written from scratch.
  ///
  /// @param pages the lines of each page
  public static byte[] of(List<List<String>> pages) {
    return new SmallPdf().written(pages);
  }

  private byte[] written(List<List<String>> pages) {
    var kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(4 + 2 * i).append(" 0 R ");
    }
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (var lines : pages) {
      int content = places.size() + 2;
      add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
              + content
              + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
      var drawn = drawn(lines);
      add("<< /Length " + drawn.length() + " >>\nstream\n" + drawn + "\nendstream");
    }
    int end = file.length();
    file.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
    file.append("trailer\n<< /Size ").append(places.size() + 1).append(" /Root 1 0 R >>\n");
    file.append("startxref\n").append(end).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add(String object) {
    places.add(file.length());
    file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
  }

  private static String drawn(List<String> lines) {
    var drawn = new StringBuilder("BT /F1 12 Tf 72 760 Td 18 TL");
    lines.forEach(line -> drawn.append("\n(").append(line).append(") Tj T*"));
    return drawn.append("\nET").toString();
  }
}
