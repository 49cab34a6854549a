package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// Opens documents of Office, with a limit for everything that unpacks.
final class Office {
  private static final long LARGEST_PART = 512L * 1024 * 1024;
  private static final long LARGEST_TEXT = 64L * 1024 * 1024;

  private Office() {}

  static OPCPackage open(Path file) throws IOException {
    ZipSecureFile.setMinInflateRatio(1.0 / SafeZip.LARGEST_RATIO);
    ZipSecureFile.setMaxFileCount(SafeZip.MOST_ENTRIES);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxTextSize(LARGEST_TEXT);
    try {
      return OPCPackage.open(file.toFile(), PackageAccess.READ);
    } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
      throw new Unreadable("The document is damaged and cannot be read.", e);
    }
  }

  /// What the document says of itself.
  static void facts(OPCPackage document, TextTaker taker) {
    try {
      var said = document.getPackageProperties();
      said.getTitleProperty().ifPresent(title -> taker.fact("title", title));
      said.getCreatorProperty().ifPresent(author -> taker.fact("author", author));
      said.getSubjectProperty().ifPresent(subject -> taker.fact("subject", subject));
    } catch (InvalidFormatException | RuntimeException e) {
      taker.hint("What the document says of itself could not be read.");
    }
  }
}
