package org.colloquy.server.core.provider;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// A provider that is about to be stored.
///
/// @param owner null when everybody sees it
/// @param allowed whether it may be at an address that is not public
public record NewProvider(
    ProviderId id,
    @Nullable AccountId owner,
    String name,
    ProviderKind kind,
    String address,
    boolean allowed,
    Instant createdAt) {}
