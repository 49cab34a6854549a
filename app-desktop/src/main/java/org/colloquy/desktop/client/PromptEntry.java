package org.colloquy.desktop.client;

import java.util.UUID;
import org.colloquy.model.PromptText;

/// A prompt that is kept to be used again.
public record PromptEntry(UUID id, PromptText text) {}
