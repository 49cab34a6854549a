package org.colloquy.server.security.vault;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// Keys in a file that only its owner can read. It protects copies of the data folder, not this
/// computer.
final class FileKeyPlace implements KeyPlace {
  private final Path path;
  private final KeyFile file;

  FileKeyPlace(Path path) {
    this.path = path;
    this.file = new KeyFile(path);
  }

  @Override
  public boolean isSupported() {
    return true;
  }

  @Override
  public Optional<SealingKey> find(String mark) {
    return lines().find(mark);
  }

  @Override
  public void put(SealingKey key) {
    file.write(lines().with(key).text());
  }

  @Override
  public void remove(Collection<String> marks) {
    var before = lines();
    var left = before.without(marks);
    if (left.isEmpty()) {
      file.remove();
    } else if (!left.equals(before)) {
      file.write(left.text());
    }
  }

  @Override
  public String where() {
    return "in the file " + path;
  }

  private KeyLines lines() {
    return file.read()
        .map(text ->
            KeyLines.parse(text)
                .orElseThrow(
                    () -> file.unusable("does not hold a key: put the right file back", null)))
        .orElse(KeyLines.NONE);
  }
}
