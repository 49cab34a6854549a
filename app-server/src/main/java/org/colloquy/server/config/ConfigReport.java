package org.colloquy.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.SettingTexts.Origin;
import org.colloquy.server.core.Rules;

/// What is set, where that was said, and what is wrong with it. Of secrets it says only that they
/// are set.
public record ConfigReport(List<Entry> entries, List<Problem.Fault> faults) {
  public ConfigReport {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /// One setting.
  ///
  /// @param origin such as `environment`
  public record Entry(String name, String value, String origin) {}

  static ConfigReport of(SettingTexts texts, Path folder, Rules rules) {
    var entries = new ArrayList<Entry>();
    for (var setting : Setting.values()) {
      var value = value(setting, texts, folder);
      entries.add(new Entry(setting.argument(), value, word(texts.origin(setting))));
    }
    for (var secret : SettingTexts.SECRETS) {
      var origin = texts.origin(secret);
      var value = origin == Origin.DEFAULT ? "" : "set";
      entries.add(new Entry(secret.name(), value, word(origin)));
    }
    return new ConfigReport(entries, faults(rules));
  }

  private static String value(Setting setting, SettingTexts texts, Path folder) {
    return switch (setting) {
      case DATA -> folder.toString();
      case DB -> DatabaseAddress.shown(texts.text(setting));
      case CONTENTS -> BucketReader.shown(texts.text(setting));
      default -> shown(String.join(" ", texts.all(setting)));
    };
  }

  /// An address may have a password in it.
  private static String shown(String value) {
    return value.replaceAll("://[^/@\\s]*@", "://set@");
  }

  private static String word(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }

  private static List<Problem.Fault> faults(Rules rules) {
    try {
      rules.check();
      return List.of();
    } catch (ProblemException e) {
      return e.problem() instanceof Problem.Invalid(var faults) ? faults : List.of();
    }
  }
}
