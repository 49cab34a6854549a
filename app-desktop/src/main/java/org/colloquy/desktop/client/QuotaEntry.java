package org.colloquy.desktop.client;

import java.util.Map;

/// How much may be asked of models, and how far that is used.
///
/// @param limits one for each measure that has an end
public record QuotaEntry(QuotaHolder of, Map<QuotaMeasure, Limit> limits) {
  public QuotaEntry {
    limits = Map.copyOf(limits);
  }

  /// A limit in tokens or in millionths of a US dollar.
  ///
  /// @param used what calls took that have ended
  /// @param reserved what calls can take that go on
  public record Limit(long most, long used, long reserved) {}
}
