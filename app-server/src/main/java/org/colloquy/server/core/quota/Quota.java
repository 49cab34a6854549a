package org.colloquy.server.core.quota;

/// How much may be asked of models.
public record Quota(QuotaHolder of, QuotaLimits most) {}
