package org.colloquy.server.retrieval.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.search.Progress;

/// Progress as it is written into a commit of the index.
final class KeptProgress {
  /// Of what is in the index and how words are cut. An index of another version is built anew.
  private static final String VERSION = "2";

  private KeptProgress() {}

  static Map<String, String> written(Progress progress) {
    var messages =
        progress.messages().entrySet().stream()
            .map(one -> one.getKey().value() + "=" + one.getValue())
            .collect(Collectors.joining(" "));
    return Map.of(
        "version",
        VERSION,
        "changes",
        Long.toString(progress.changes()),
        "kept",
        progress.keptAt().toString(),
        "messages",
        messages,
        "purge",
        Boolean.toString(progress.purgeWanted()));
  }

  /// Nothing when it was written by another version.
  static Progress read(Map<String, String> written) {
    if (!VERSION.equals(written.get("version"))) {
      return Progress.NONE;
    }
    var messages = new HashMap<AccountId, Long>();
    for (var one : written.getOrDefault("messages", "").split(" ", -1)) {
      int sign = one.indexOf('=');
      if (sign > 0) {
        messages.put(
            new AccountId(UUID.fromString(one.substring(0, sign))),
            Long.parseLong(one.substring(sign + 1)));
      }
    }
    return new Progress(
        Long.parseLong(written.getOrDefault("changes", "-1")),
        messages,
        Boolean.parseBoolean(written.get("purge")),
        Instant.parse(written.getOrDefault("kept", Instant.EPOCH.toString())));
  }
}
