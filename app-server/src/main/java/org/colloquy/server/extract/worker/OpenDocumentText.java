package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The text of an OpenDocument file, such as LibreOffice writes: a text as one page, slides and
/// sheets as one each.
final class OpenDocumentText {
  private static final int MOST_REPEATS = 1_000;
  private static final Set<String> PARAGRAPHS = Set.of("p", "h");
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

  private final TextTaker taker;
  private final StringBuilder text = new StringBuilder();
  private String label = "";
  private int inParagraph;
  private int inCell;
  private boolean hasPages;
  private boolean inSheets;

  private OpenDocumentText(TextTaker taker) {
    this.taker = taker;
  }

  static void read(Path file, TextTaker taker) throws IOException {
    try (var zip = SafeZip.open(file)) {
      if (zip.text("META-INF/manifest.xml", 1_000_000).contains("encryption-data")) {
        throw new Unreadable(
            "The document is protected with a password. Save it without one and upload that.");
      }
      facts(zip, taker);
      try (var content = zip.part("content.xml")) {
        new OpenDocumentText(taker).tell(StrictXml.read(content));
      }
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof Unreadable known
          ? known
          : new Unreadable("The document is damaged and cannot be read.", e);
    }
  }

  private static void facts(SafeZip zip, TextTaker taker) throws IOException, XMLStreamException {
    if (!zip.has("meta.xml")) {
      return;
    }
    try (var content = zip.part("meta.xml")) {
      var xml = StrictXml.read(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "title" -> taker.fact("title", xml.getElementText());
            case "creator" -> taker.fact("author", xml.getElementText());
            default -> {
              // the rest is not asked for
            }
          }
        }
      }
    }
  }

  private void tell(XMLStreamReader xml) throws XMLStreamException, IOException {
    while (xml.hasNext() && taker.wantsMore() && text.length() <= taker.room()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inParagraph > 0) {
            text.append(xml.getText());
          }
        }
        default -> {
          // comments and the like
        }
      }
    }
    if (!hasPages || !text.isEmpty()) {
      flush();
    }
  }

  private void begin(XMLStreamReader xml) {
    var space = xml.getNamespaceURI();
    var name = xml.getLocalName();
    if (TEXT.equals(space)) {
      switch (name) {
        case "p", "h" -> inParagraph++;
        case "tab" -> text.append('\t');
        case "line-break" -> text.append('\n');
        case "s" -> text.repeat(' ', repeats(xml, TEXT, "c"));
        default -> {
          // spans and the like
        }
      }
    } else if (OFFICE.equals(space) && name.equals("spreadsheet")) {
      hasPages = true;
      inSheets = true;
    } else if (DRAW.equals(space) && name.equals("page")) {
      hasPages = true;
      label = "";
    } else if (TABLE.equals(space) && name.equals("table") && inSheets) {
      var said = xml.getAttributeValue(TABLE, "name");
      label = said == null ? "" : said;
    } else if (TABLE.equals(space) && name.equals("table-cell")) {
      inCell++;
    }
  }

  private static int repeats(XMLStreamReader xml, String space, String name) {
    var said = xml.getAttributeValue(space, name);
    try {
      return said == null ? 1 : Math.clamp(Integer.parseInt(said), 0, MOST_REPEATS);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private void end(XMLStreamReader xml) throws IOException {
    var space = xml.getNamespaceURI();
    var name = xml.getLocalName();
    if (TEXT.equals(space) && PARAGRAPHS.contains(name)) {
      inParagraph = Math.max(0, inParagraph - 1);
      text.append(inCell > 0 ? " " : "\n\n");
    } else if (TABLE.equals(space)) {
      switch (name) {
        case "table-cell" -> {
          inCell = Math.max(0, inCell - 1);
          trim(" ");
          text.append('\t');
        }
        case "table-row" -> {
          trim(" \t");
          text.append('\n');
        }
        case "table" -> {
          text.append('\n');
          if (inSheets) {
            flush();
          }
        }
        default -> {
          // columns and the like
        }
      }
    } else if (DRAW.equals(space) && name.equals("page")) {
      flush();
    }
  }

  private void trim(String blanks) {
    int length = text.length();
    while (length > 0 && blanks.indexOf(text.charAt(length - 1)) >= 0) {
      length--;
    }
    text.setLength(length);
  }

  private void flush() throws IOException {
    taker.page(label, text.toString().strip());
    text.setLength(0);
    label = "";
  }
}
