package org.colloquy.desktop.client;

/// What a quota limits. Days and months are in UTC; costs are in millionths of a US dollar.
public enum QuotaMeasure {
  TOKENS_PER_DAY("tokensPerDay", "tokensToday", "tokens"),
  TOKENS_PER_MONTH("tokensPerMonth", "tokensThisMonth", "tokens"),
  COST_PER_DAY("costPerDay", "costToday", "cost"),
  COST_PER_MONTH("costPerMonth", "costThisMonth", "cost");

  private final String most;
  private final String used;
  private final String reserved;

  QuotaMeasure(String most, String used, String reserved) {
    this.most = most;
    this.used = used;
    this.reserved = reserved;
  }

  /// Whether it is money, and not tokens.
  public boolean isCost() {
    return this == COST_PER_DAY || this == COST_PER_MONTH;
  }

  /// As the server calls the limit.
  String most() {
    return most;
  }

  /// As the server calls what calls took that have ended.
  String used() {
    return used;
  }

  /// As the server calls what calls can take that go on.
  String reserved() {
    return reserved;
  }
}
