package org.colloquy.server.core.identity;

import org.jspecify.annotations.Nullable;

/// Changes to what an account signs in with; null leaves a field as it is.
public record AccountChange(
    @Nullable String username, @Nullable String email, @Nullable String password) {}
