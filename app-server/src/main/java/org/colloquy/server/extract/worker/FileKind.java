package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/// What a file is by its content.
///
/// @param mediaType such as `application/pdf`
/// @param family how it is read
record FileKind(String mediaType, Family family) {
  /// Ways to read a file.
  enum Family {
    PDF,
    PLAIN,
    PICTURE,
    HTML,
    WORD,
    SLIDES,
    WORKBOOK,
    OPEN_DOCUMENT
  }

  private static final int BEGINNING = 64 * 1024;
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN = "application/vnd.oasis.opendocument.";
  private static final Set<String> OLD_OFFICE =
      Set.of(
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/x-tika-msoffice");
  private static final Set<String> PACKED =
      Set.of("zip", "compressed", "x-tar", "x-7z", "x-rar", "gzip", "bzip");
  private static final Set<String> TEXTS =
      Set.of(
          "application/json",
          "application/xml",
          "application/javascript",
          "application/x-sh",
          "application/x-tex",
          "application/x-bibtex-text-file",
          "application/x-research-info-systems",
          "application/sql",
          "application/rtf-text",
          "application/x-yaml",
          "application/toml",
          "application/x-ndjson",
          "application/x-httpd-php",
          "application/x-subrip");

  /// @param name only counts where the content leaves it open
  /// @throws Unreadable when it has no text
  static FileKind of(Path file, String name) throws IOException {
    byte[] beginning;
    try (InputStream content = Files.newInputStream(file)) {
      beginning = content.readNBytes(BEGINNING);
    }
    if (startsWith(beginning, "PK")) {
      return packed(file);
    }
    if (isPdf(beginning)) {
      return new FileKind("application/pdf", Family.PDF);
    }
    var type = new Tika(MimeTypes.getDefaultMimeTypes()).detect(beginning, name);
    if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
      return new FileKind(type, Family.HTML);
    }
    if (Picture.isKnown(type)) {
      return new FileKind(type, Family.PICTURE);
    }
    if (type.equals("application/rtf") || type.equals("text/rtf")) {
      throw new Unreadable(
          "Rich text (.rtf) is not read. Save it as .docx or .odt and upload that.");
    }
    if (PlainText.isText(beginning)) {
      var plain = isTextType(type) ? type : "text/plain";
      return new FileKind(plain, Family.PLAIN);
    }
    throw new Unreadable(why(type));
  }

  private static boolean isTextType(String type) {
    return type.startsWith("text/") || type.endsWith("+xml") || TEXTS.contains(type);
  }

  private static String why(String type) {
    if (OLD_OFFICE.contains(type)) {
      return "This is a document in the format of Office before 2007."
          + " Save it in the format of today (.docx, .pptx, .xlsx) and upload that.";
    }
    if (PACKED.stream().anyMatch(type::contains)) {
      return "This is an archive. Unpack it and upload the files that are in it.";
    }
    return "There is no text in a file of this kind (" + type + ").";
  }

  /// The mark may stand behind some bytes that have got in front of it.
  private static boolean isPdf(byte[] beginning) {
    int last = Math.min(beginning.length, 1_024) - 5;
    for (int i = 0; i <= last; i++) {
      if (beginning[i] == '%'
          && new String(beginning, i, 5, java.nio.charset.StandardCharsets.ISO_8859_1)
              .equals("%PDF-")) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] beginning, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (beginning.length <= i || beginning[i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static FileKind packed(Path file) throws IOException {
    try (var zip = SafeZip.open(file)) {
      var type = packageType(zip);
      var family =
          switch (type) {
            case OFFICE + "wordprocessingml.document" -> Family.WORD;
            case OFFICE + "presentationml.presentation" -> Family.SLIDES;
            case OFFICE + "spreadsheetml.sheet" -> Family.WORKBOOK;
            case OPEN + "text", OPEN + "presentation", OPEN + "spreadsheet" -> Family.OPEN_DOCUMENT;
            default -> throw new Unreadable(why("application/zip"));
          };
      return new FileKind(type, family);
    }
  }

  private static String packageType(SafeZip zip) throws IOException {
    var said = zip.text("mimetype", 200).strip();
    if (!said.isEmpty()) {
      return said;
    }
    var types = zip.text("[Content_Types].xml", 1_000_000).toLowerCase(Locale.ROOT);
    for (var type :
        new String[] {
          "wordprocessingml.document", "presentationml.presentation", "spreadsheetml.sheet"
        }) {
      if (types.contains(type + ".main+xml")
          || (types.contains("macroenabled.main+xml") && zip.has(folder(type)))) {
        return OFFICE + type;
      }
    }
    return "application/zip";
  }

  private static String folder(String type) {
    return type.startsWith("word")
        ? "word/document.xml"
        : type.startsWith("pres") ? "ppt/presentation.xml" : "xl/workbook.xml";
  }
}
