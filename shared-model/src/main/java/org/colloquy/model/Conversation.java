package org.colloquy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A thread of messages that belongs to one account.
///
/// @param number the same conversation as an integer, for clients that count
/// @param messageCount all its messages, hidden ones and other branches included
/// @param updatedAt when something was last said in it
/// @param activeLeaf the last message of the branch that is shown; null when it is empty
/// @param removedAt when it was put in the trash; null when it was not
/// @param folder where it was put; null when it is in no folder
/// @param agent who answered last; null when that was a plain model
/// @param remembers whether memories may be recalled and made in it
public record Conversation(
    ConversationId id,
    long number,
    AccountId owner,
    String title,
    int messageCount,
    Instant createdAt,
    Instant updatedAt,
    @Nullable MessageId activeLeaf,
    @Nullable Instant removedAt,
    @Nullable FolderId folder,
    @Nullable AgentId agent,
    boolean remembers) {}
