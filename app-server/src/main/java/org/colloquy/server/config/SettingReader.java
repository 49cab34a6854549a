package org.colloquy.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.colloquy.server.config.SearchConfig.Engine;
import org.colloquy.server.config.ServerConfig.LocalServers;
import org.colloquy.server.config.ServerConfig.SystemMessages;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.provider.KnownProviders;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;

/// Turns the texts of the settings into a [ServerConfig] and collects what cannot be understood.
final class SettingReader {
  private static final String SEARCH_KEY = "search-key";
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_ANSWERS = 99_999;
  private static final int MOST_MEBIBYTES = 9_999_999;

  private final Arguments arguments;
  private final Map<String, String> environment;
  private final Properties file;
  private final Rules rules = new Rules();

  SettingReader(Arguments arguments, Map<String, String> environment, Properties file) {
    this.arguments = arguments;
    this.environment = environment;
    this.file = file;
  }

  ServerConfig config(Path folder, Path keyFolder) {
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
            SystemMessages.SHOWN),
        number(Setting.ANSWERS_AT_ONCE, RunningAnswers.USUAL, MOST_ANSWERS),
        search(),
        keys(keyFolder),
        FileLimits.ofMebibytes(
            number(Setting.LARGEST_FILE, 256, MOST_MEBIBYTES),
            number(Setting.ACCOUNT_FILES, 20_480, MOST_MEBIBYTES)),
        oneOf(
            Setting.LOCAL_SERVERS,
            Map.of("look", LocalServers.LOOKED_FOR, "no", LocalServers.NOT_LOOKED_FOR),
            LocalServers.LOOKED_FOR));
  }

  void check() {
    rules.check();
  }

  private SearchConfig search() {
    var engine =
        oneOf(
            Setting.SEARCH_ENGINE,
            Map.of(
                "duckduckgo", Engine.DUCKDUCKGO,
                "searxng", Engine.SEARXNG,
                "tavily", Engine.TAVILY,
                "brave", Engine.BRAVE,
                "none", Engine.NONE),
            Engine.DUCKDUCKGO);
    var address = searchAddress();
    var key = searchKey();
    rules.expect(
        engine != Engine.SEARXNG || address != null,
        Setting.SEARCH_ADDRESS.argument(),
        "SearXNG needs its address, such as http://localhost:8888.");
    rules.expect(
        key != null || (engine != Engine.TAVILY && engine != Engine.BRAVE),
        SEARCH_KEY,
        "This search engine needs a key in COLLOQUY_SEARCH_KEY.");
    return new SearchConfig(engine, address, key);
  }

  private @Nullable URI searchAddress() {
    var text = text(Setting.SEARCH_ADDRESS, "");
    boolean usable = text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._~/-]*)?");
    rules.expect(
        text.isEmpty() || usable,
        Setting.SEARCH_ADDRESS.argument(),
        "An address looks like http://localhost:8888.");
    return usable ? URI.create(text) : null;
  }

  /// From the environment or the file: what is typed as an argument, everybody can read in the list
  /// of processes.
  private @Nullable Secret searchKey() {
    var key =
        Secret.of(environment.getOrDefault("COLLOQUY_SEARCH_KEY", file.getProperty(SEARCH_KEY, "")))
            .stripped();
    rules.expect(key.isPrintable(), SEARCH_KEY, "A key consists of letters, digits and signs.");
    return key.isEmpty() ? null : key;
  }

  private KeyConfig keys(Path folder) {
    var file = text(Setting.KEY_FILE, "");
    return new KeyConfig(
        folder,
        file.isEmpty() ? null : Path.of(file).toAbsolutePath().normalize(),
        passphrase(Setting.PASSPHRASE_FILE, "COLLOQUY_PASSPHRASE"),
        passphrase(Setting.NEW_PASSPHRASE_FILE, "COLLOQUY_NEW_PASSPHRASE"),
        KeyConfig.Usual.FILE);
  }

  /// From a file or the environment: what is typed as an argument, everybody can read in the list
  /// of processes.
  private @Nullable Secret passphrase(Setting file, String variable) {
    var path = text(file, "");
    if (path.isEmpty()) {
      var given = environment.getOrDefault(variable, "");
      return given.isEmpty() ? null : Secret.of(given);
    }
    try (var lines = Files.lines(Path.of(path))) {
      var first = lines.findFirst().orElse("");
      rules.expect(!first.isEmpty(), file.argument(), "This file has no passphrase in it.");
      return Secret.of(first);
    } catch (IOException | UncheckedIOException _) {
      rules.expect(false, file.argument(), "This file cannot be read.");
      return null;
    }
  }

  private int port() {
    var text = text(Setting.PORT, Integer.toString(ServerConfig.DEFAULT_PORT));
    boolean number = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
    rules.expect(number, Setting.PORT.argument(), "A port is a number from 0 to 65535.");
    return number ? Integer.parseInt(text) : 0;
  }

  private int number(Setting setting, int usual, int most) {
    var text = text(setting, Integer.toString(usual));
    boolean number = text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most;
    rules.expect(number, setting.argument(), "It must be a number from 1 to " + most + ".");
    return number ? Integer.parseInt(text) : usual;
  }

  private List<String> origins() {
    var given = arguments.all(Setting.ALLOW_ORIGIN.argument());
    var texts = given.isEmpty() ? List.of(text(Setting.ALLOW_ORIGIN, "").split("[,\\s]+")) : given;
    var origins =
        texts.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .flatMap(text -> WebClients.origins(text).stream())
            .distinct()
            .toList();
    for (var origin : origins) {
      rules.expect(
          origin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+"),
          Setting.ALLOW_ORIGIN.argument(),
          "An origin looks like http://localhost:3000, without a path, or is one of "
              + WebClients.names()
              + ".");
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
