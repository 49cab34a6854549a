package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/// Files that only this process can read: the key is made up at the start and is nowhere else, so
/// what an earlier process left is thrown away.
final class SealedDirectory extends FilterDirectory {
  private static final int BUFFER = 8192;

  private final KeyStream.Key key;
  private final SecureRandom random;

  /// How the stream of each file begins.
  private final Map<String, byte[]> beginnings = new ConcurrentHashMap<>();

  SealedDirectory(Directory files, SecureRandom random) throws IOException {
    super(files);
    this.random = random;
    key = KeyStream.Key.random(random);
    for (var name : files.listAll()) {
      files.deleteFile(name);
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return sealed(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return sealed(in.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput sealed(IndexOutput file) {
    var beginning = KeyStream.beginning(random);
    beginnings.put(file.getName(), beginning);
    return new OutputStreamIndexOutput(
        "sealed " + file.getName(),
        file.getName(),
        new Sealing(file, new KeyStream(key, beginning)),
        BUFFER);
  }

  /// Seals what is written.
  private static final class Sealing extends OutputStream {
    private final IndexOutput file;
    private final KeyStream stream;

    Sealing(IndexOutput file, KeyStream stream) {
      this.file = file;
      this.stream = stream;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var sealed = stream.applied(bytes, offset, length);
      file.writeBytes(sealed, sealed.length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    var file = in.openInput(name, context);
    var beginning = beginnings.get(name);
    if (beginning == null) {
      file.close();
      throw new IOException("no file of this process: " + name);
    }
    return new SealedInput(name, file, key, beginning);
  }

  @Override
  public void rename(String source, String target) throws IOException {
    in.rename(source, target);
    var beginning = beginnings.remove(source);
    if (beginning != null) {
      beginnings.put(target, beginning);
    }
  }

  @Override
  public void deleteFile(String name) throws IOException {
    in.deleteFile(name);
    beginnings.remove(name);
  }
}
