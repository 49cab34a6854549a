package org.colloquy.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Reads in which bucket contents of files are kept.
final class BucketReader {
  /// What S3 takes in one piece: 5 GiB.
  static final long LARGEST = 5L * 1024 * 1024 * 1024;

  private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/%s){0,8})/?(?:\\?(.*))?".formatted(PART));
  private static final Pattern PARAMETER =
      Pattern.compile(
          "endpoint=(?<endpoint>https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?)/?|region=(?<region>[a-z0-9-]{1,40})");
  private static final String USUAL_REGION = "us-east-1";

  private final SettingTexts texts;
  private final Rules rules;

  BucketReader(SettingTexts texts, Rules rules) {
    this.texts = texts;
    this.rules = rules;
  }

  /// Null when contents are in a folder.
  @Nullable BucketConfig config(FileLimits limits) {
    var text = texts.text(Setting.CONTENTS);
    if (text.isEmpty()) {
      return null;
    }
    rules.expect(
        limits.largestFile() <= LARGEST,
        Setting.LARGEST_FILE.argument(),
        "A bucket takes files of up to 5120 MiB.");
    var key = texts.secret(SettingTexts.BUCKET_KEY).strip();
    var secret = Secret.of(texts.secret(SettingTexts.BUCKET_SECRET)).stripped();
    rules.expect(
        key.matches("[\\x21-\\x7e]{1,200}") && secret.isPrintable() && !secret.isEmpty(),
        Setting.CONTENTS.argument(),
        "A bucket needs an access key in AWS_ACCESS_KEY_ID and its secret in"
            + " AWS_SECRET_ACCESS_KEY, or both in colloquy.properties.");
    var read = read(text, key, secret);
    rules.expect(
        read.isPresent(),
        Setting.CONTENTS.argument(),
        "It looks like s3://BUCKET/PREFIX?endpoint=https://s3.lab.example&region=us-east-1, where"
            + " PREFIX, endpoint (else that of AWS) and region may be left out.");
    return read.orElse(null);
  }

  /// An address for a report; what is not understood is not repeated.
  static String shown(String text) {
    return text.isEmpty() || read(text, "", Secret.of("")).isPresent() ? text : "...";
  }

  private static Optional<BucketConfig> read(String text, String key, Secret secret) {
    var address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return Optional.empty();
    }
    var said = new HashMap<String, String>();
    var parameters = Optional.ofNullable(address.group(3)).orElse("");
    for (var parameter : parameters.isEmpty() ? new String[0] : parameters.split("&", -1)) {
      var parts = PARAMETER.matcher(parameter);
      if (!parts.matches()) {
        return Optional.empty();
      }
      note(parts, said);
    }
    var region = said.getOrDefault("region", USUAL_REGION);
    var endpoint = said.getOrDefault("endpoint", "https://s3." + region + ".amazonaws.com");
    var prefix = address.group(2);
    try {
      return Optional.of(
          new BucketConfig(
              new URI(endpoint),
              region,
              address.group(1),
              prefix.isEmpty() ? "" : prefix.substring(1) + "/",
              key,
              secret));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static void note(Matcher parts, Map<String, String> said) {
    for (var name : parts.namedGroups().keySet()) {
      if (parts.group(name) != null) {
        said.put(name, parts.group(name));
      }
    }
  }
}
