package org.colloquy.server.api.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colloquy.server.core.Sha256;

/// The entries of a zip file, written one after the other, and what each of them became.
final class ZipEntries {
  private final ZipOutputStream zip;
  private final MessageDigest digest = Sha256.digest();
  private final List<Written> written = new ArrayList<>();
  private final OutputStream entry;
  private String name = "";
  private long bytes;

  ZipEntries(OutputStream out) {
    zip = new ZipOutputStream(out);
    entry = new Entry(zip);
  }

  /// An entry that was written.
  record Written(String name, long bytes, String sha256) {}

  /// Goes on in the entry with this name; the one before it is finished.
  OutputStream in(String entryName) throws IOException {
    if (!entryName.equals(name)) {
      finish();
      name = entryName;
      zip.putNextEntry(new ZipEntry(entryName));
    }
    return entry;
  }

  /// Goes on in the entry of a conversation's file.
  OutputStream conversation(String fileName) throws IOException {
    return in("conversations/" + fileName);
  }

  private void finish() throws IOException {
    if (!name.isEmpty()) {
      zip.closeEntry();
      written.add(new Written(name, bytes, HexFormat.of().formatHex(digest.digest())));
      name = "";
      bytes = 0;
    }
  }

  /// All that are finished.
  List<Written> written() throws IOException {
    finish();
    return List.copyOf(written);
  }

  /// Finishes the file; the stream below stays open.
  void end() throws IOException {
    finish();
    zip.finish();
    zip.flush();
  }

  private final class Entry extends FilterOutputStream {
    Entry(OutputStream zip) {
      super(zip);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
      out.write(content, from, length);
      digest.update(content, from, length);
      bytes += length;
    }

    @Override
    public void close() {
      // The next entry ends this one.
    }
  }
}
