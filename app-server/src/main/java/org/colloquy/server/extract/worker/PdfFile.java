package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Opens a PDF. What it unpacks is kept on the disk, and not without end.
final class PdfFile {
  private static final long MOST_UNPACKED = 512L * 1024 * 1024;

  private PdfFile() {}

  static PDDocument open(Path file) throws IOException {
    try {
      return Loader.loadPDF(
          new RandomAccessReadBufferedFile(file),
          "",
          MemoryUsageSetting.setupTempFileOnly(MOST_UNPACKED).streamCache);
    } catch (InvalidPasswordException e) {
      throw new Unreadable(
          "The PDF is protected with a password. Save it without one and upload that.", e);
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("The PDF is damaged and cannot be read.", e);
    }
  }
}
