package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.colloquy.server.extract.worker.Rows.Taker;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A workbook of Excel, read row by row.
final class Workbook implements AutoCloseable {
  private static final String DAMAGED = "The spreadsheet is damaged and cannot be read.";

  private final OPCPackage document;
  private final XSSFReader reader;

  /// What the cells of all sheets refer to; read with the first one.
  private @Nullable Shared shared;

  private record Shared(StylesTable styles, ReadOnlySharedStringsTable strings) {}

  private Workbook(OPCPackage document) throws IOException, OpenXML4JException {
    this.document = document;
    this.reader = new XSSFReader(document);
    reader.setUseReadOnlySharedStringsTable(true);
  }

  static Workbook open(Path file) throws IOException {
    var document = Office.open(file);
    try {
      return new Workbook(document);
    } catch (OpenXML4JException | RuntimeException e) {
      document.revert();
      throw new Unreadable(DAMAGED, e);
    }
  }

  OPCPackage document() {
    return document;
  }

  /// Looks at the sheets one after the other.
  interface Visitor {
    /// Looks at one.
    ///
    /// @param sheet can be read once, now
    void visit(String name, InputStream sheet) throws IOException;
  }

  void visit(Visitor visitor) throws IOException {
    try {
      var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (var sheet = sheets.next()) {
          visitor.visit(sheets.getSheetName(), sheet);
        }
      }
    } catch (OpenXML4JException | RuntimeException e) {
      throw new Unreadable(DAMAGED, e);
    }
  }

  List<String> names() throws IOException {
    var names = new ArrayList<String>();
    visit((name, sheet) -> names.add(name));
    return names;
  }

  /// Tells the rows of a sheet.
  void rows(InputStream sheet, Taker taker) throws IOException {
    try {
      var parser = XMLHelper.newXMLReader();
      parser.setContentHandler(handler(shared(), new Rows(taker)));
      parser.parse(new InputSource(sheet));
    } catch (Rows.Enough e) {
      return; // nobody wants more
    } catch (SAXException e) {
      throw e.getException() instanceof IOException cause ? cause : new Unreadable(DAMAGED, e);
    } catch (OpenXML4JException
        | javax.xml.parsers.ParserConfigurationException
        | RuntimeException e) {
      throw new Unreadable(DAMAGED, e);
    }
  }

  private Shared shared() throws IOException, OpenXML4JException {
    var read = shared;
    if (read == null) {
      read =
          new Shared(
              reader.getStylesTable(), (ReadOnlySharedStringsTable) reader.getSharedStringsTable());
      shared = read;
    }
    return read;
  }

  private static XSSFSheetXMLHandler handler(Shared shared, SheetContentsHandler rows) {
    return new XSSFSheetXMLHandler(
        shared.styles(), null, shared.strings(), rows, new PlainValues(), false);
  }

  @Override
  public void close() {
    document.revert(); // without writing anything
  }
}
