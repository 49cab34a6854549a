package org.colloquy.model;

import org.jspecify.annotations.Nullable;

/// A place for conversations that belong together, and a promise how long they are kept.
///
/// @param keepDays how many days after they were last touched its conversations are deleted for
///   good; null when they stay
public record Folder(
    FolderId id, long number, AccountId owner, String name, @Nullable Integer keepDays) {}
