package org.colloquy.server.extract.worker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip file that is not allowed to grow: neither by what it says of itself, nor by what comes out
/// of it. What is packed inside of it is not unpacked again.
final class SafeZip implements AutoCloseable {
  /// How many bytes may come out of one.
  static final long LARGEST = 1024L * 1024 * 1024;

  /// How many parts it may have.
  static final int MOST_ENTRIES = 10_000;

  /// By how much it may have been made smaller.
  static final int LARGEST_RATIO = 100;

  private static final long SMALL = 4L * 1024 * 1024;
  private static final String BOMB =
      "The file unpacks to far more than it seems to hold, so it was not read.";

  private final ZipFile zip;
  private final long size;
  private long unpacked;

  private SafeZip(ZipFile zip, long size) {
    this.zip = zip;
    this.size = size;
  }

  static SafeZip open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new Unreadable(
          "The file is damaged: it is packed as a zip file and cannot be unpacked.", e);
    }
    try {
      check(zip, Files.size(file));
      return new SafeZip(zip, Files.size(file));
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /// What it says of itself; parts that lie over each other are packed larger than the file.
  private static void check(ZipFile zip, long size) throws Unreadable {
    if (zip.size() > MOST_ENTRIES) {
      throw new Unreadable("The file is packed in more than " + MOST_ENTRIES + " parts.");
    }
    long packed = 0;
    long unpacked = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      packed += Math.max(0, entry.getCompressedSize());
      unpacked += Math.max(0, entry.getSize());
    }
    if (packed > size || unpacked > LARGEST || isBomb(unpacked, size)) {
      throw new Unreadable(BOMB);
    }
  }

  private static boolean isBomb(long unpacked, long packed) {
    return unpacked > SMALL && unpacked / LARGEST_RATIO > packed;
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /// A part of it; counted while it is read.
  ///
  /// @throws Unreadable when there is none
  InputStream part(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new Unreadable("The file is damaged: a part of it is missing.");
    }
    return new Counted(zip.getInputStream(entry));
  }

  /// The beginning of a part; empty when there is none.
  String text(String name, int most) throws IOException {
    if (!has(name)) {
      return "";
    }
    try (var content = part(name)) {
      return new String(content.readNBytes(most), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      unpacked += Math.max(0, read);
      if (unpacked > LARGEST || isBomb(unpacked, size)) {
        throw new Unreadable(BOMB);
      }
    }
  }
}
