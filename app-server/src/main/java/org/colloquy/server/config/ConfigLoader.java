package org.colloquy.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// Reads the settings: the file `colloquy.properties` in the data folder, over it the environment,
/// over both the arguments.
public final class ConfigLoader {
  private final Map<String, String> environment;
  private final Path usualFolder;
  private final Path keyFolder;

  /// A loader for these surroundings.
  ///
  /// @param usualFolder where data is kept when nothing else is said
  /// @param keyFolder where key files are made when nothing else is said
  public ConfigLoader(Map<String, String> environment, Path usualFolder, Path keyFolder) {
    this.environment = Map.copyOf(environment);
    this.usualFolder = usualFolder;
    this.keyFolder = keyFolder;
  }

  /// The settings for these arguments.
  ///
  /// @throws ProblemException Invalid, with one fault for each thing that cannot be understood
  public ServerConfig load(List<String> arguments) {
    var given = Arguments.parse(arguments);
    var folder =
        Path.of(
            first(given.value("data"), environment.get("COLLOQUY_DATA"), usualFolder.toString()));
    var file = read(folder.resolve("colloquy.properties"));
    var settings = new SettingReader(given, environment, file);
    var config = settings.config(folder.toAbsolutePath().normalize(), keyFolder);
    settings.check();
    return config;
  }

  private static String first(@Nullable String one, @Nullable String other, String last) {
    return one != null ? one : other != null && !other.isBlank() ? other : last;
  }

  private static Properties read(Path file) {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ProblemException(
            new Problem.Invalid(file.toString(), "The settings file cannot be read."), e);
      }
    }
    return properties;
  }
}
