package org.colloquy.server.core.quota;

/// How far a quota is used.
///
/// @param used what calls took that have ended
/// @param reserved what those that go on can take; it counts for the day and for the month
public record Standing(Quota quota, Used used, Reserved reserved) {
  /// Of a day and of the month that it is in; costs are in millionths of a US dollar.
  public record Used(long tokensToday, long tokensThisMonth, long costToday, long costThisMonth) {
    /// Nothing yet.
    public static final Used NOTHING = new Used(0, 0, 0, 0);
  }

  /// Tokens, and their cost in millionths of a US dollar.
  public record Reserved(long tokens, long cost) {}
}
