package org.colloquy.desktop.client;

import java.time.Instant;

/// With what somebody may choose a new password, once.
public record ResetCode(String code, Instant goodUntil) {}
