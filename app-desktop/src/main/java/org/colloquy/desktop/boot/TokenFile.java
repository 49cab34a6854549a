package org.colloquy.desktop.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.desktop.settings.TokenKeep;
import org.colloquy.server.security.OwnerOnlyFile;

/// Keeps the token for another server in a file beside the key to the stored keys: a copy of the
/// data folder is worth nothing there either.
public final class TokenFile implements TokenKeep {
  private final Path file;

  TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public String load() {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void save(String token) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      OwnerOnlyFile.write(file, token.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
