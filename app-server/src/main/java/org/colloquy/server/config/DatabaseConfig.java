package org.colloquy.server.config;

import java.nio.file.Path;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL server that keeps the database.
///
/// @param url `jdbc:postgresql://...` without a password, with harmless parameters only
/// @param password null where the server wants none, or what PostgreSQL itself looks into has it
/// @param shared the folder that several servers with this database share; null for one server
/// @param contents the bucket with contents of files; null when they are in a folder
public record DatabaseConfig(
    String url,
    @Nullable Secret password,
    @Nullable Path shared,
    @Nullable BucketConfig contents) {}
