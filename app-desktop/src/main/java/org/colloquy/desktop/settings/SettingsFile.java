package org.colloquy.desktop.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [Settings] in a JSON file. What it does not know it ignores; what is missing or cannot be
/// read is the default.
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  public Settings load() {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      return merge(JSON.readTree(Files.readString(file)));
    } catch (IOException e) {
      LOG.warn("settings cannot be read, the defaults are used: {}", e.getClass().getSimpleName());
      return Settings.DEFAULT;
    }
  }

  /// Takes over field by field, so that one broken value does not lose the others.
  private static Settings merge(JsonNode stored) throws JsonProcessingException {
    ObjectNode good = JSON.valueToTree(Settings.DEFAULT);
    for (var name : JSON.<ObjectNode>valueToTree(Settings.DEFAULT).properties()) {
      var candidate = good.deepCopy();
      candidate.set(name.getKey(), stored.path(name.getKey()));
      if (stored.hasNonNull(name.getKey()) && readable(candidate)) {
        good = candidate;
      }
    }
    return JSON.treeToValue(good, Settings.class);
  }

  private static boolean readable(JsonNode candidate) {
    try {
      JSON.treeToValue(candidate, Settings.class);
      return true;
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  /// Replaces the file in one step: a crash leaves the old one or the new one.
  public void save(Settings settings) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      makeFolder(file.toAbsolutePath().resolveSibling(""));
      Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything the server keeps lies beside the settings, so nobody else may look into it.
  private static void makeFolder(Path folder) throws IOException {
    var views = folder.getFileSystem().supportedFileAttributeViews();
    if (views.contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createDirectories(folder);
    }
  }
}
