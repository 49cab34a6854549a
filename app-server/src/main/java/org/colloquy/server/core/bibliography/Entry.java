package org.colloquy.server.core.bibliography;

import org.colloquy.model.AttachmentId;

/// What is known of a file as a publication.
///
/// @param origin whose words these are
public record Entry(AttachmentId file, Reference reference, Origin origin) {
  /// Where something is known from, the weakest first.
  public enum Origin {
    /// It stands in the file.
    FOUND,
    /// A list of references that was uploaded says so.
    LISTED,
    /// Its publisher says so.
    LOOKED_UP,
    /// A person says so.
    PERSON
  }
}
