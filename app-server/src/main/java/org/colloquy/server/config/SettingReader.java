package org.colloquy.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.config.OperationConfig.LogFormat;
import org.colloquy.server.config.SearchConfig.Engine;
import org.colloquy.server.config.ServerConfig.LocalServers;
import org.colloquy.server.config.ServerConfig.SystemMessages;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;

/// Turns the texts of the settings into a [ServerConfig] and collects what cannot be understood.
final class SettingReader {
  private static final String TRACES = "/v1/traces";
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_ANSWERS = 99_999;
  private static final int MOST_SECONDS = 3600;
  private static final int MOST_MEBIBYTES = 9_999_999;

  private final SettingTexts texts;
  private final Rules rules;

  SettingReader(SettingTexts texts, Rules rules) {
    this.texts = texts;
    this.rules = rules;
  }

  ServerConfig config(Path folder, Path keyFolder) {
    var key = texts.secret(SettingTexts.OPENAI_KEY);
    var files =
        FileLimits.ofMebibytes(
            number(Setting.LARGEST_FILE, 1, MOST_MEBIBYTES),
            number(Setting.ACCOUNT_FILES, 1, MOST_MEBIBYTES));
    return new ServerConfig(
        folder,
        port(Setting.PORT, texts, rules),
        ServerConfig.PortTaken.REFUSE,
        origins(),
        texts.text(Setting.OPENAI_ADDRESS),
        key.isEmpty() ? null : Secret.of(key),
        oneOf(
            Setting.LEAVING,
            Map.of("stop", WhenReaderLeaves.STOP, "go-on", WhenReaderLeaves.GO_ON),
            WhenReaderLeaves.STOP),
        oneOf(
            Setting.SYSTEM_MESSAGES,
            Map.of("shown", SystemMessages.SHOWN, "hidden", SystemMessages.HIDDEN),
            SystemMessages.SHOWN),
        number(Setting.ANSWERS_AT_ONCE, 1, MOST_ANSWERS),
        search(),
        keys(keyFolder),
        files,
        oneOf(
            Setting.LOCAL_SERVERS,
            Map.of("look", LocalServers.LOOKED_FOR, "no", LocalServers.NOT_LOOKED_FOR),
            LocalServers.LOOKED_FOR),
        new SharingReader(texts, rules).config(),
        new OperationConfig(
            Duration.ofSeconds(number(Setting.SHUTDOWN_WAIT, 0, MOST_SECONDS)),
            oneOf(
                Setting.LOG_FORMAT,
                Map.of("text", LogFormat.TEXT, "json", LogFormat.JSON),
                LogFormat.TEXT),
            traces(),
            database(files)));
  }

  /// OpenTelemetry's own variable names the collector, to which the path belongs.
  private @Nullable URI traces() {
    var collector = address(Setting.TRACE_TO, "http://localhost:4318");
    if (collector == null || collector.getPath().endsWith(TRACES)) {
      return collector;
    }
    return URI.create(collector.toString().replaceFirst("/$", "") + TRACES);
  }

  private @Nullable DatabaseConfig database(FileLimits limits) {
    var text = texts.text(Setting.DB);
    rules.expect(
        !text.isEmpty() || texts.text(Setting.SHARED_FOLDER).isEmpty(),
        Setting.SHARED_FOLDER.argument(),
        "Several servers need a database on a PostgreSQL server: say which with --db.");
    rules.expect(
        !text.isEmpty() || texts.text(Setting.CONTENTS).isEmpty(),
        Setting.CONTENTS.argument(),
        "Contents are in a bucket only with a database on a PostgreSQL server: say which with"
            + " --db.");
    if (text.isEmpty()) {
      return null;
    }
    var address = DatabaseAddress.read(text);
    rules.expect(
        address.isPresent(),
        Setting.DB.argument(),
        "It looks like jdbc:postgresql://localhost/colloquy?user=colloquy, and of the parameters"
            + " only these may be set: "
            + String.join(", ", DatabaseAddress.PARAMETERS)
            + ".");
    var inside = address.map(DatabaseAddress::password).orElse(null);
    rules.expect(
        inside == null || texts.origin(Setting.DB) != SettingTexts.Origin.ARGUMENT,
        Setting.DB.argument(),
        "Everybody can read arguments in the list of processes: put the password into"
            + " COLLOQUY_DB_PASSWORD or a file.");
    var beside = passphrase(Setting.DB_PASSWORD_FILE, SettingTexts.DB_PASSWORD);
    var shared = sharedFolder();
    var contents = new BucketReader(texts, rules).config(limits);
    return address
        .map(read ->
            new DatabaseConfig(read.url(), beside == null ? inside : beside, shared, contents))
        .orElse(null);
  }

  private @Nullable Path sharedFolder() {
    var shared = texts.text(Setting.SHARED_FOLDER);
    rules.expect(
        shared.isEmpty() || !texts.text(Setting.KEY_FILE).isEmpty(),
        Setting.KEY_FILE.argument(),
        "Several servers need the same key: say in which file it is that all of them can read.");
    return shared.isEmpty() ? null : Path.of(shared).toAbsolutePath().normalize();
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
    var address = address(Setting.SEARCH_ADDRESS, "http://localhost:8888");
    var key = searchKey();
    rules.expect(
        engine != Engine.SEARXNG || address != null,
        Setting.SEARCH_ADDRESS.argument(),
        "SearXNG needs its address, such as http://localhost:8888.");
    rules.expect(
        key != null || (engine != Engine.TAVILY && engine != Engine.BRAVE),
        SettingTexts.SEARCH_KEY.name(),
        "This search engine needs a key in COLLOQUY_SEARCH_KEY.");
    return new SearchConfig(engine, address, key);
  }

  private @Nullable URI address(Setting setting, String example) {
    var text = texts.text(setting);
    boolean usable = text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._~/-]*)?");
    rules.expect(
        text.isEmpty() || usable, setting.argument(), "An address looks like " + example + ".");
    return usable ? URI.create(text) : null;
  }

  /// From the environment or the file: what is typed as an argument, everybody can read in the list
  /// of processes.
  private @Nullable Secret searchKey() {
    var key = Secret.of(texts.secret(SettingTexts.SEARCH_KEY)).stripped();
    rules.expect(
        key.isPrintable(),
        SettingTexts.SEARCH_KEY.name(),
        "A key consists of letters, digits and signs.");
    return key.isEmpty() ? null : key;
  }

  private KeyConfig keys(Path folder) {
    var file = texts.text(Setting.KEY_FILE);
    return new KeyConfig(
        folder,
        file.isEmpty() ? null : Path.of(file).toAbsolutePath().normalize(),
        passphrase(Setting.PASSPHRASE_FILE, SettingTexts.PASSPHRASE),
        passphrase(Setting.NEW_PASSPHRASE_FILE, SettingTexts.NEW_PASSPHRASE),
        KeyConfig.Usual.FILE);
  }

  /// From a file or the environment: what is typed as an argument, everybody can read in the list
  /// of processes.
  private @Nullable Secret passphrase(Setting file, SettingTexts.Hidden itself) {
    var path = texts.text(file);
    if (path.isEmpty()) {
      var given = texts.secret(itself);
      return given.isEmpty() ? null : Secret.of(given);
    }
    try (var lines = Files.lines(Path.of(path))) {
      var first = lines.findFirst().orElse("");
      rules.expect(!first.isEmpty(), file.argument(), "This file has nothing in its first line.");
      return Secret.of(first);
    } catch (IOException | UncheckedIOException _) {
      rules.expect(false, file.argument(), "This file cannot be read.");
      return null;
    }
  }

  static int port(Setting setting, SettingTexts texts, Rules rules) {
    var text = texts.text(setting);
    boolean number = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
    rules.expect(number, setting.argument(), "A port is a number from 0 to 65535.");
    return number ? Integer.parseInt(text) : 0;
  }

  private int number(Setting setting, int least, int most) {
    var text = texts.text(setting);
    boolean number =
        text.matches("0|[1-9][0-9]{0,8}")
            && Integer.parseInt(text) >= least
            && Integer.parseInt(text) <= most;
    rules.expect(
        number, setting.argument(), "It must be a number from " + least + " to " + most + ".");
    return Integer.parseInt(number ? text : setting.usual());
  }

  private List<String> origins() {
    var origins =
        texts.all(Setting.ALLOW_ORIGIN).stream()
            .flatMap(given -> Stream.of(given.split("[,\\s]+")))
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
    var text = texts.text(setting).toLowerCase(Locale.ROOT);
    rules.expect(
        text.isEmpty() || values.containsKey(text),
        setting.argument(),
        "It must be one of " + setting.takes().replace("|", ", ") + ".");
    return values.getOrDefault(text, usual);
  }
}
