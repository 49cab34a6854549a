package org.colloquy.server.config;

import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL server that keeps the database.
///
/// @param url `jdbc:postgresql://...` without a password, with harmless parameters only
/// @param password null where the server wants none, or what PostgreSQL itself looks into has it
public record DatabaseConfig(String url, @Nullable Secret password) {}
