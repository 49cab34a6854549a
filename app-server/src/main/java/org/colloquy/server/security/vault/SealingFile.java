package org.colloquy.server.security.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Keeps the [Sealing] in a file of the data folder.
final class SealingFile {
  private static final String HEAD =
      "Where the key is that opens the secrets in this folder. Not the key itself.";

  private final KeyFile file;

  SealingFile(Path path) {
    this.file = new KeyFile(path);
  }

  /// Empty when nothing was ever sealed.
  Optional<Sealing> read() {
    return file.read().map(this::sealing);
  }

  private Sealing sealing(byte[] text) {
    var written = new Properties();
    try {
      written.load(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
      var marks = List.of(written.getProperty("keys", "").split(","));
      var name = written.getProperty("name", "");
      var place = place(written, "place");
      if (name.matches("[0-9a-f]{8,36}")
          && place.isPresent()
          && marks.stream().allMatch(mark -> mark.matches("[0-9a-f]{8}"))) {
        return new Sealing(
            name,
            place.get(),
            marks,
            place(written, "leaving"),
            Optional.ofNullable(written.getProperty("database")));
      }
      throw file.unusable("is damaged: put it back from a copy", null);
    } catch (IOException | IllegalArgumentException e) {
      throw file.unusable("is damaged: put it back from a copy", e);
    }
  }

  private static Optional<Place> place(Properties written, String name) {
    return switch (written.getProperty(name, "")) {
      case "keychain" -> Optional.of(new Place.Keychain());
      case "passphrase" ->
          Optional.of(new Place.Passphrase(fileName(written.getProperty(name + "-file", ""))));
      case "file" -> Optional.of(new Place.File(Path.of(written.getProperty(name + "-file", ""))));
      default -> Optional.empty();
    };
  }

  private static String fileName(String written) {
    if (!written.matches("passphrase-[0-9a-f]{8}\\.key")) {
      throw new IllegalArgumentException("no file of keys: " + written);
    }
    return written;
  }

  void write(Sealing sealing) {
    var properties = new Properties();
    properties.setProperty("name", sealing.name());
    properties.setProperty("keys", String.join(",", sealing.marks()));
    write(properties, "place", sealing.place());
    sealing.leaving().ifPresent(place -> write(properties, "leaving", place));
    sealing.databasePassword().ifPresent(text -> properties.setProperty("database", text));
    var text = new StringWriter();
    try {
      properties.store(text, HEAD);
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be written to", e);
    }
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Properties properties, String name, Place place) {
    switch (place) {
      case Place.Keychain() -> properties.setProperty(name, "keychain");
      case Place.Passphrase(var file) -> {
        properties.setProperty(name, "passphrase");
        properties.setProperty(name + "-file", file);
      }
      case Place.File(var path) -> {
        properties.setProperty(name, "file");
        properties.setProperty(name + "-file", path.toString());
      }
    }
  }
}
