package org.colloquy.server.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are packed as zip files, good ones and others.
final class ZipFiles {
  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final String OFFICE_RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private ZipFiles() {}

  /// Writes what is in a part.
  interface Part {
    void write(ZipOutputStream zip) throws IOException;

    static Part of(String text) {
      return zip -> zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same again and again.
    static Part of(String text, int times) {
      var bytes = text.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      return zip -> {
        for (int i = 0; i < times / 1_000; i++) {
          zip.write(bytes);
        }
      };
    }

    default Part then(Part other) {
      return zip -> {
        write(zip);
        other.write(zip);
      };
    }
  }

  static byte[] of(Map<String, Part> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A document of Word whose main part is this.
  static byte[] word(Part document) {
    return office("word/document.xml", "wordprocessingml.document", Map.of(), document);
  }

  static String wordBody(String body) {
    return XML
        + "<w:document"
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + body
        + "</w:body></w:document>";
  }

  static String wordParagraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }

  /// A workbook of Excel with one sheet and these shared strings.
  static byte[] workbook(Part sheet, Part strings) {
    var others = new LinkedHashMap<String, Part>();
    others.put("xl/worksheets/sheet1.xml", sheet);
    others.put("xl/sharedStrings.xml", strings);
    others.put(
        "xl/_rels/workbook.xml.rels",
        Part.of(
            XML
                + "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"r1\" Type=\""
                + OFFICE_RELATION
                + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\""
                + OFFICE_RELATION
                + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
    return office(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        others,
        Part.of(
            XML
                + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\""
                + OFFICE_RELATION.substring(0, OFFICE_RELATION.length() - 1)
                + "\"><sheets><sheet name=\"Measured\" sheetId=\"1\""
                + " r:id=\"r1\"/></sheets></workbook>"));
  }

  private static byte[] office(String main, String type, Map<String, Part> others, Part document) {
    var parts = new LinkedHashMap<String, Part>();
    var types =
        new StringBuilder(XML)
            .append(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .append(
                "<Default Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .append(
                "<Override PartName=\"/"
                    + main
                    + "\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.%s.main+xml".formatted(type)
                    + "\"/>");
    if (type.startsWith("spreadsheet")) {
      types
          .append(
              "<Override PartName=\"/xl/worksheets/sheet1.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")
          .append(
              "<Override PartName=\"/xl/sharedStrings.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>");
    }
    parts.put(TYPES, Part.of(types.append("</Types>").toString()));
    parts.put(
        RELATIONS,
        Part.of(
            XML
                + "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"r\" Type=\""
                + OFFICE_RELATION
                + "officeDocument\" Target=\""
                + main
                + "\"/></Relationships>"));
    parts.put(main, document);
    parts.putAll(others);
    return of(parts);
  }

  /// A text of LibreOffice.
  static byte[] openText(Part content) {
    return open("text", content);
  }

  static byte[] open(String kind, Part content) {
    var parts = new LinkedHashMap<String, Part>();
    parts.put("mimetype", Part.of("application/vnd.oasis.opendocument." + kind));
    parts.put("content.xml", content);
    return of(parts);
  }

  static String openBody(String body) {
    return XML
        + "<office:document-content"
        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body>"
        + body
        + "</office:body></office:document-content>";
  }
}
