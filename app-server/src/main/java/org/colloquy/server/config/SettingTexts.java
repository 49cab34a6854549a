package org.colloquy.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// What is said about settings, and where: arguments go before the environment, the environment
/// before the file, the file before what is usual.
record SettingTexts(Arguments arguments, Map<String, String> environment, Properties file) {
  static final Hidden OPENAI_KEY = new Hidden("OPENAI_API_KEY", "OPENAI_API_KEY", false);
  static final Hidden SEARCH_KEY = new Hidden("search-key", "COLLOQUY_SEARCH_KEY", true);
  static final Hidden PASSPHRASE = new Hidden("COLLOQUY_PASSPHRASE", "COLLOQUY_PASSPHRASE", false);
  static final Hidden NEW_PASSPHRASE =
      new Hidden("COLLOQUY_NEW_PASSPHRASE", "COLLOQUY_NEW_PASSPHRASE", false);
  static final Hidden DB_PASSWORD = new Hidden("db-password", "COLLOQUY_DB_PASSWORD", true);
  static final Hidden BUCKET_KEY = new Hidden("contents-key", "AWS_ACCESS_KEY_ID", true);
  static final Hidden BUCKET_SECRET = new Hidden("contents-secret", "AWS_SECRET_ACCESS_KEY", true);
  static final List<Hidden> SECRETS =
      List.of(
          OPENAI_KEY,
          SEARCH_KEY,
          PASSPHRASE,
          NEW_PASSPHRASE,
          DB_PASSWORD,
          BUCKET_KEY,
          BUCKET_SECRET);

  /// A secret. It is no argument: everybody can read those in the list of processes.
  ///
  /// @param name for people
  /// @param inFile whether the settings file may have it, by its name
  record Hidden(String name, String variable, boolean inFile) {}

  /// Where something was said.
  enum Origin {
    ARGUMENT,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /// Where a setting was said.
  Origin origin(Setting setting) {
    if (arguments.value(setting.argument()) != null) {
      return Origin.ARGUMENT;
    }
    if (!environment.getOrDefault(setting.variable(), "").isBlank()) {
      return Origin.ENVIRONMENT;
    }
    return file.containsKey(setting.argument()) ? Origin.FILE : Origin.DEFAULT;
  }

  /// All that was said of a setting where it counts.
  List<String> all(Setting setting) {
    return switch (origin(setting)) {
      case ARGUMENT -> arguments.all(setting.argument());
      case ENVIRONMENT -> List.of(environment.getOrDefault(setting.variable(), ""));
      case FILE -> List.of(file.getProperty(setting.argument(), ""));
      case DEFAULT -> List.of(setting.usual());
    };
  }

  /// What was said of a setting last.
  String text(Setting setting) {
    return all(setting).getLast().strip();
  }

  /// Where a secret was said; [Origin#DEFAULT] when it was not.
  Origin origin(Hidden secret) {
    if (!environment.getOrDefault(secret.variable, "").isEmpty()) {
      return Origin.ENVIRONMENT;
    }
    return secret.inFile && file.containsKey(secret.name) ? Origin.FILE : Origin.DEFAULT;
  }

  /// A secret; empty when there is none.
  String secret(Hidden secret) {
    return switch (origin(secret)) {
      case ARGUMENT, DEFAULT -> "";
      case ENVIRONMENT -> environment.getOrDefault(secret.variable, "");
      case FILE -> file.getProperty(secret.name, "");
    };
  }

  /// Names in the file that nothing goes by.
  Set<String> unknown() {
    var names = new TreeSet<>(file.stringPropertyNames());
    var known = new ArrayList<String>();
    for (var setting : Setting.values()) {
      known.add(setting.argument());
    }
    SECRETS.stream().filter(Hidden::inFile).map(Hidden::name).forEach(known::add);
    known.forEach(names::remove);
    return names;
  }
}
