package org.colloquy.server.command;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip file with conversations, one entry for each.
final class ExportZip implements AutoCloseable {
  private final ZipOutputStream zip;

  ExportZip(OutputStream file) {
    zip = new ZipOutputStream(new BufferedOutputStream(file));
  }

  OutputStream open(String name) throws IOException {
    zip.putNextEntry(new ZipEntry("conversations/" + name));
    return new Entry(zip);
  }

  /// What is written goes into the zip file; its end is the end of the entry only.
  private static final class Entry extends FilterOutputStream {
    private final ZipOutputStream zip;

    Entry(ZipOutputStream zip) {
      super(zip);
      this.zip = zip;
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
      out.write(content, from, length);
    }

    @Override
    public void close() throws IOException {
      zip.closeEntry();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
