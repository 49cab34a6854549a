package org.colloquy.server.core.conversation;

import java.time.Duration;
import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// How an answer came about, as it is kept beside it.
///
/// @param asker who asked; null when their account is gone
/// @param agent the name of the agent that answered, as it was then; empty when none did
/// @param parameters what was said of how the model is to answer
/// @param askedAt when the turn began
/// @param waited until the first word, said or thought; null when none came
/// @param took from then to the end of the answer, also what happened before the first word
/// @param spoke from the first word to the end
public record AnswerOrigin(
    @Nullable AccountId asker,
    String agent,
    ModelParameters parameters,
    Instant askedAt,
    @Nullable Duration waited,
    Duration took,
    Duration spoke) {}
