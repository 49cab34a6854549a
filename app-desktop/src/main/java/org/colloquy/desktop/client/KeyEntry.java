package org.colloquy.desktop.client;

import java.time.Instant;
import org.colloquy.model.KeyId;
import org.colloquy.model.ProviderId;

/// A key as the list shows it, without the secret.
public record KeyEntry(
    KeyId id, ProviderId provider, String nickname, String lastFour, Instant createdAt) {}
