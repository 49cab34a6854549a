package org.colloquy.model;

/// What a person tells about themselves. Unknown things are empty texts.
public record Profile(
    String firstName,
    String lastName,
    String country,
    String affiliation,
    String position,
    String fieldOfStudy) {
  /// Nothing told.
  public static final Profile EMPTY = new Profile("", "", "", "", "", "");
}
