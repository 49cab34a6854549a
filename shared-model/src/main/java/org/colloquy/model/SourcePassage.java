package org.colloquy.model;

import org.jspecify.annotations.Nullable;

/// A passage of a document that an answer was given with.
///
/// @param number by which the answer names it, from 1
/// @param file that it stands in; null for a document of an agent
/// @param name of the file or document
/// @param page from 1
/// @param label what is printed on the page, such as `iv`
/// @param start of its first character in the page's text, in UTF-16 units
/// @param end after its last character
/// @param text as it stands there
public record SourcePassage(
    int number,
    @Nullable AttachmentId file,
    String name,
    int page,
    String label,
    int start,
    int end,
    String text) {}
