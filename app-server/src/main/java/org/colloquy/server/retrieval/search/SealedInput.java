package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IndexInput;

/// Reads a file of a [SealedDirectory] from anywhere.
final class SealedInput extends BufferedIndexInput {
  private static final int BUFFER = 4096;

  private final KeyStream.Key key;
  private final byte[] beginning;
  private IndexInput file;

  SealedInput(String name, IndexInput file, KeyStream.Key key, byte[] beginning) {
    super("sealed " + name, BUFFER);
    this.file = file;
    this.key = key;
    this.beginning = beginning.clone();
  }

  @Override
  protected void readInternal(ByteBuffer into) throws IOException {
    long place = getFilePointer();
    var sealed = new byte[into.remaining()];
    file.seek(place);
    file.readBytes(sealed, 0, sealed.length);
    into.put(new KeyStream(key, beginning, place).applied(sealed, 0, sealed.length));
  }

  @Override
  protected void seekInternal(long place) throws IOException {
    if (place > length()) {
      throw new java.io.EOFException("behind the end: " + this);
    }
  }

  @Override
  public long length() {
    return file.length();
  }

  @Override
  public SealedInput clone() {
    var clone = (SealedInput) super.clone();
    clone.file = file.clone();
    return clone;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
