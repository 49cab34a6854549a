package org.colloquy.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.colloquy.server.config.ServerConfig.SystemMessages;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.provider.KnownProviders;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;

/// Turns the texts of the settings into a [ServerConfig] and collects what cannot be understood.
final class SettingReader {
  private static final int HIGHEST_PORT = 65_535;

  private final Arguments arguments;
  private final Map<String, String> environment;
  private final Properties file;
  private final Rules rules = new Rules();

  SettingReader(Arguments arguments, Map<String, String> environment, Properties file) {
    this.arguments = arguments;
    this.environment = environment;
    this.file = file;
  }

  ServerConfig config(Path folder) {
    var key = environment.getOrDefault("OPENAI_API_KEY", "");
    return new ServerConfig(
        folder,
        port(),
        ServerConfig.PortTaken.REFUSE,
        origins(),
        text(Setting.OPENAI_ADDRESS, KnownProviders.OPENAI.address()),
        key.isBlank() ? null : Secret.of(key),
        oneOf(
            Setting.LEAVING,
            Map.of("stop", WhenReaderLeaves.STOP, "go-on", WhenReaderLeaves.GO_ON),
            WhenReaderLeaves.STOP),
        oneOf(
            Setting.SYSTEM_MESSAGES,
            Map.of("shown", SystemMessages.SHOWN, "hidden", SystemMessages.HIDDEN),
            SystemMessages.SHOWN));
  }

  void check() {
    rules.check();
  }

  private int port() {
    var text = text(Setting.PORT, Integer.toString(ServerConfig.DEFAULT_PORT));
    boolean number = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
    rules.expect(number, Setting.PORT.argument(), "A port is a number from 0 to 65535.");
    return number ? Integer.parseInt(text) : 0;
  }

  private List<String> origins() {
    var given = arguments.all(Setting.ALLOW_ORIGIN.argument());
    var texts = given.isEmpty() ? List.of(text(Setting.ALLOW_ORIGIN, "").split("[,\\s]+")) : given;
    var origins = texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    for (var origin : origins) {
      rules.expect(
          origin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+"),
          Setting.ALLOW_ORIGIN.argument(),
          "An origin looks like http://localhost:3000, without a path.");
    }
    return origins;
  }

  private <T> T oneOf(Setting setting, Map<String, T> values, T usual) {
    var text = text(setting, "").toLowerCase(Locale.ROOT);
    rules.expect(
        text.isEmpty() || values.containsKey(text),
        setting.argument(),
        "It must be one of " + setting.takes().replace("|", ", ") + ".");
    return values.getOrDefault(text, usual);
  }

  private String text(Setting setting, String usual) {
    var argument = arguments.value(setting.argument());
    if (argument != null) {
      return argument.strip();
    }
    var variable = environment.getOrDefault(setting.variable(), "");
    return variable.isBlank()
        ? file.getProperty(setting.argument(), usual).strip()
        : variable.strip();
  }
}
