package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about a tool once and for all.
///
/// @param agent the number of the agent that it is about; null when it is about all of them
/// @param always whether the tool may always be used; otherwise never
public record ToolPolicyEntry(
    UUID id, String tool, @Nullable Long agent, boolean always, Instant setAt) {}
