package org.colloquy.server.config;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.config.SharingConfig.Wanted;
import org.colloquy.server.core.Rules;
import org.jspecify.annotations.Nullable;

/// Reads how others on the network reach this server.
final class SharingReader {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
  private static final String NAMES = NAME + "(\\." + NAME + "){0,20}(:[0-9]{1,5})?";

  private final SettingTexts texts;
  private final Rules rules;

  SharingReader(SettingTexts texts, Rules rules) {
    this.texts = texts;
    this.rules = rules;
  }

  SharingConfig config() {
    var wanted = wanted();
    var host = host();
    rules.expect(
        host == null || host.isLoopbackAddress() || wanted == Wanted.YES,
        Setting.HOST.argument(),
        "Others can reach this address, so it takes --share as well.");
    return new SharingConfig(wanted, port(), host, names());
  }

  private Wanted wanted() {
    var text = texts.text(Setting.SHARE).toLowerCase(Locale.ROOT);
    rules.expect(text.matches("yes|no|"), Setting.SHARE.argument(), "It must be one of yes, no.");
    return text.equals("yes") ? Wanted.YES : Wanted.AS_CHOSEN;
  }

  private int port() {
    return SettingReader.port(Setting.SHARE_PORT, texts, rules);
  }

  private @Nullable InetAddress host() {
    var text = texts.text(Setting.HOST).replaceAll("^\\[|\\]$", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      rules.expect(
          false, Setting.HOST.argument(), "This is an IP address, such as 192.168.1.5 or 0.0.0.0.");
      return null;
    }
  }

  private Set<String> names() {
    var names =
        texts.all(Setting.ALLOW_HOST).stream()
            .flatMap(given -> Stream.of(given.split("[,\\s]+")))
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    rules.expect(
        names.stream().allMatch(name -> name.matches(NAMES)),
        Setting.ALLOW_HOST.argument(),
        "A name looks like chat.example.org or chat.example.org:443.");
    return names;
  }
}
