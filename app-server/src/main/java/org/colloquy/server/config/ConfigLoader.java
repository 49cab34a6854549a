package org.colloquy.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.jspecify.annotations.Nullable;

/// Reads the settings: the file `colloquy.properties` in the data folder, over it the environment,
/// over both the arguments.
public final class ConfigLoader {
  private static final String FILE = "colloquy.properties";

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
    var rules = new Rules();
    var texts = texts(arguments, rules);
    var config = new SettingReader(texts, rules).config(folder(texts.arguments()), keyFolder);
    rules.check();
    return config;
  }

  /// What holds with these arguments, where each setting was said, and what is wrong with them.
  public ConfigReport report(List<String> arguments) {
    var rules = new Rules();
    var texts = texts(arguments, rules);
    var folder = folder(texts.arguments());
    new SettingReader(texts, rules).config(folder, keyFolder);
    for (var name : texts.unknown()) {
      rules.expect(false, name, "There is no such setting; it is in " + folder.resolve(FILE) + ".");
    }
    return ConfigReport.of(texts, folder, rules);
  }

  private SettingTexts texts(List<String> arguments, Rules rules) {
    var given = Arguments.parse(arguments, rules);
    return new SettingTexts(given, environment, read(folder(given).resolve(FILE), rules));
  }

  private Path folder(Arguments given) {
    return Path.of(
            first(given.value("data"), environment.get("COLLOQUY_DATA"), usualFolder.toString()))
        .toAbsolutePath()
        .normalize();
  }

  private static String first(@Nullable String one, @Nullable String other, String last) {
    return one != null ? one : other != null && !other.isBlank() ? other : last;
  }

  private static Properties read(Path file, Rules rules) {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException _) {
        rules.expect(false, file.toString(), "The settings file cannot be read.");
      }
    }
    return properties;
  }
}
